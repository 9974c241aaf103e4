/** The commands, one small class each. */
@NullMarked
package dev.rota.cli;

import org.jspecify.annotations.NullMarked;
