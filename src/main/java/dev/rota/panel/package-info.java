/** The desk in the browser: its pages, and the stream that keeps them up to date. */
@NullMarked
package dev.rota.panel;

import org.jspecify.annotations.NullMarked;
