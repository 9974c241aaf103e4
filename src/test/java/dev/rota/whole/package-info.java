/** The whole system from outside: real engines in processes of their own, killed in the middle of their work. */
@NullMarked
package dev.rota.whole;

import org.jspecify.annotations.NullMarked;
