/** What people look for in what was said: what they typed, the words that a text is found by, and where they stand in it. */
@NullMarked
package dev.rota.search;

import org.jspecify.annotations.NullMarked;
