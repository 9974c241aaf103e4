/** The files that swap as one, compiled: what is in force, and how it is replaced. */
@NullMarked
package dev.rota.flow.rules;

import org.jspecify.annotations.NullMarked;
