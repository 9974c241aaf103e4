/** What was said and what we know: the facts that routing sees. */
@NullMarked
package dev.rota.inquiry;

import org.jspecify.annotations.NullMarked;
