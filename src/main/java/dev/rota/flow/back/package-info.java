/** What the routes of the way back refer to beside the edges. */
@NullMarked
package dev.rota.flow.back;

import org.jspecify.annotations.NullMarked;
