/**
 * What monitoring is told of the journal. May know the journal, and no other package of the front.
 */
@NullMarked
package dev.tenure.api.metric;

import org.jspecify.annotations.NullMarked;
