/** The PostgreSQL that the ledger lives in: an embedded real server under a small supervisor, or one of the company's own. */
@NullMarked
package dev.rota.database;

import org.jspecify.annotations.NullMarked;
