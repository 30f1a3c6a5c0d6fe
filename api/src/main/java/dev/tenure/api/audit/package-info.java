/**
 * Who did what: the filter that takes it down, and the list over HTTP. May know who asks, problems
 * and paging.
 */
@NullMarked
package dev.tenure.api.audit;

import org.jspecify.annotations.NullMarked;
