/** What downstreams tell of their tickets: kept before it is answered, made news of, and handed on once. */
@NullMarked
package dev.rota.downstream.back;

import org.jspecify.annotations.NullMarked;
