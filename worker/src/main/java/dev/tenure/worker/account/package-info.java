/**
 * The marketplace accounts that are served: their clients, checks and workflows. May know the
 * settings, the status and the metrics.
 */
@NullMarked
package dev.tenure.worker.account;

import org.jspecify.annotations.NullMarked;
