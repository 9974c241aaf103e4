/** Measures an engine of its own beside its ceiling, in one run on one machine. */
@NullMarked
package dev.rota.bench;

import org.jspecify.annotations.NullMarked;
