/** The JSON API: conversations, commands and figures for programs. */
@NullMarked
package dev.rota.api;

import org.jspecify.annotations.NullMarked;
