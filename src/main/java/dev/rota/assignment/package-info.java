/** The choice of one responsible agent among candidates, with a reason for each. */
@NullMarked
package dev.rota.assignment;

import org.jspecify.annotations.NullMarked;
