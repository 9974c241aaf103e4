/** Files that customers and agents send: fetched from Meta, kept in a folder under their hash, and forgotten in time. */
@NullMarked
package dev.rota.media;

import org.jspecify.annotations.NullMarked;
