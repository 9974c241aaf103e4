/** The routes to each downstream, made from {@code config/downstreams.yaml} and the Kamelets. */
@NullMarked
package dev.rota.flow.downstream;

import org.jspecify.annotations.NullMarked;
