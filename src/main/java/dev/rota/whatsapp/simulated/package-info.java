/** What Meta would send, signed as Meta signs it: for the demo, the bench and tests. */
@NullMarked
package dev.rota.whatsapp.simulated;

import org.jspecify.annotations.NullMarked;
