/** The permanent record of all hires, in PostgreSQL. */
@NullMarked
package dev.tenure.journal;

import org.jspecify.annotations.NullMarked;
