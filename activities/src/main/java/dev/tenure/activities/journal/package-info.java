/** The permanent record as activities of the process. */
@NullMarked
package dev.tenure.activities.journal;

import org.jspecify.annotations.NullMarked;
