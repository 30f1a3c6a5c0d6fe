/**
 * The connection to Temporal, and what a namespace must offer before work can begin. May know the
 * settings and the status.
 */
@NullMarked
package dev.tenure.worker.temporal;

import org.jspecify.annotations.NullMarked;
