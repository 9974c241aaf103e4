/** The way in: the launcher's main class. */
@NullMarked
package dev.rota;

import org.jspecify.annotations.NullMarked;
