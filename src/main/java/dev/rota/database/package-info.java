/** The PostgreSQL that the ledger lives in: a real one embedded under a small supervisor, or the company's own. */
@NullMarked
package dev.rota.database;

import org.jspecify.annotations.NullMarked;
