/** What operators edit: reads {@code config/} into one company, and reports every problem with its file and line. */
@NullMarked
package dev.rota.config;

import org.jspecify.annotations.NullMarked;
