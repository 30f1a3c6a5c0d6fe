/** The way from the front to the workflows. */
@NullMarked
package dev.tenure.api.temporal;

import org.jspecify.annotations.NullMarked;
