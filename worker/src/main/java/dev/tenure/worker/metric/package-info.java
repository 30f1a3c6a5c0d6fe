/**
 * What monitoring is told of the work: calls to the marketplace, decisions of people, and whether
 * there is work at all. May know the status.
 */
@NullMarked
package dev.tenure.worker.metric;

import org.jspecify.annotations.NullMarked;
