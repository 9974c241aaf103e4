/** What look-ups answered about a customer, or that they did not. */
@NullMarked
package dev.rota.customer;

import org.jspecify.annotations.NullMarked;
