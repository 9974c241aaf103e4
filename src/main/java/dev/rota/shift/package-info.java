/** Time at work: calendars, shifts, holidays, and who works when. */
@NullMarked
package dev.rota.shift;

import org.jspecify.annotations.NullMarked;
