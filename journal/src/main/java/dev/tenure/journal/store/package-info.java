/**
 * The connection to PostgreSQL: settings, pool, tables, transactions, statements, JSON. Tells a
 * database that is away from a statement that it refused. May know no other package of the journal.
 */
@NullMarked
package dev.tenure.journal.store;

import org.jspecify.annotations.NullMarked;
