/**
 * Bodies and queries as sent, and the readers that turn them into plans and terms, with every
 * violation at once. May know the digests.
 */
@NullMarked
package dev.tenure.api.hires.request;

import org.jspecify.annotations.NullMarked;
