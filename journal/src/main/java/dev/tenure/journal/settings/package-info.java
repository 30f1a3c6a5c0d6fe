/** How the processes that have the journal read their secrets. Knows no other package. */
@NullMarked
package dev.tenure.journal.settings;

import org.jspecify.annotations.NullMarked;
