/**
 * The machine: its folders, ports, users and commands, and the programs of PostgreSQL for it. Root
 * hands PostgreSQL to a user without privileges. May know nothing else of the database.
 */
@NullMarked
package dev.tenure.database.host;

import org.jspecify.annotations.NullMarked;
