/** The ledger of conversations: messages, decisions, assignments, and the commands that change them. */
@NullMarked
package dev.rota.conversation;

import org.jspecify.annotations.NullMarked;
