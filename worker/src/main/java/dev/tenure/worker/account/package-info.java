/**
 * The marketplace accounts that are served: their clients, checks and workflows. May know the
 * settings and the status.
 */
@NullMarked
package dev.tenure.worker.account;

import org.jspecify.annotations.NullMarked;
