/** The outbox: what downstreams and customers must still be told, in order, each once in effect. */
@NullMarked
package dev.rota.downstream;

import org.jspecify.annotations.NullMarked;
