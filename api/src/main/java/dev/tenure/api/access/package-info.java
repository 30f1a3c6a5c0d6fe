/**
 * Who may ask: API keys, own names and origins only, addresses that can be answered. May know
 * problems.
 */
@NullMarked
package dev.tenure.api.access;

import org.jspecify.annotations.NullMarked;
