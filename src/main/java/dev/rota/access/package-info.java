/** Who somebody is and what they may do: logins, invitations, sessions, API tokens. */
@NullMarked
package dev.rota.access;

import org.jspecify.annotations.NullMarked;
