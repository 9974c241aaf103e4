/** The races for ownership in small, so that every way in which they can run is tried. */
@NullMarked
package dev.rota.assignment.model;

import org.jspecify.annotations.NullMarked;
