/**
 * A real PostgreSQL 17, as a process of the stack and for tests. Prepares it, starts it, stops it,
 * and says how it is reached. May know the cluster and the machine.
 */
@NullMarked
package dev.tenure.database;

import org.jspecify.annotations.NullMarked;
