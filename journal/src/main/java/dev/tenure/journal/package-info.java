/**
 * The permanent record of all hires, in PostgreSQL; what happened stays here for good. Rooms above
 * use the beans and records of its packages, never its SQL. May know the model and JDBC, and never
 * Temporal or HTTP.
 */
@NullMarked
package dev.tenure.journal;

import org.jspecify.annotations.NullMarked;
