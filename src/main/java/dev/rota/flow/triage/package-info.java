/** The pure part of the routes: a folder of files, read strictly, compiled into an isolated and immutable route set. */
@NullMarked
package dev.rota.flow.triage;

import org.jspecify.annotations.NullMarked;
