/** The ways to those who are asked before a decision, made from {@code config/lookups.yaml} and the Kamelets. */
@NullMarked
package dev.rota.flow.lookup;

import org.jspecify.annotations.NullMarked;
