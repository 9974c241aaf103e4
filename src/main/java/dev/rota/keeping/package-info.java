/** How long data is kept, and how a customer's is erased; the tables are their edges'. */
@NullMarked
package dev.rota.keeping;

import org.jspecify.annotations.NullMarked;
