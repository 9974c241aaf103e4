/** Backlog and response times, from what the ledger keeps of each conversation's past; nothing here changes anything. */
@NullMarked
package dev.rota.report;

import org.jspecify.annotations.NullMarked;
