/** Measures what the documents claim. */
@NullMarked
package dev.tenure.bench;

import org.jspecify.annotations.NullMarked;
