/**
 * From start to stop: which workers there are, when they start, how they end. May know every
 * package but the root.
 */
@NullMarked
package dev.tenure.worker.lifecycle;

import org.jspecify.annotations.NullMarked;
