/** What the edges share: the company, its conversations, and the effects of one event. */
@NullMarked
package dev.rota.desk;

import org.jspecify.annotations.NullMarked;
