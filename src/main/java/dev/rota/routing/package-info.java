/** The decision: its outcome, and because of what. */
@NullMarked
package dev.rota.routing;

import org.jspecify.annotations.NullMarked;
