/** The {@code work:} endpoints, from which routes take events and deliveries. */
@NullMarked
package dev.rota.flow.work;

import org.jspecify.annotations.NullMarked;
