/** The times at which routes look after shifts. */
@NullMarked
package dev.rota.flow.shifts;

import org.jspecify.annotations.NullMarked;
