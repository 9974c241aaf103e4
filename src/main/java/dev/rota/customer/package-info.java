/** What is found out about a customer and a message before a decision, within a deadline each, or that it was not. */
@NullMarked
package dev.rota.customer;

import org.jspecify.annotations.NullMarked;
