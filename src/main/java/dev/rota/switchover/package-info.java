/** Plans of switchovers: who hands over to whom, what waits again and where, and what would have nobody. */
@NullMarked
package dev.rota.switchover;

import org.jspecify.annotations.NullMarked;
