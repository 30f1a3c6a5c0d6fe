/**
 * How far the worker is, in words, and its readiness. Tasks that repeat tell here what keeps them
 * from it. May know the journal, and no other package of the worker.
 */
@NullMarked
package dev.tenure.worker.status;

import org.jspecify.annotations.NullMarked;
