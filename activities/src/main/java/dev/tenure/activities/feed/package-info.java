/** The follower of a marketplace's updates feed. */
@NullMarked
package dev.tenure.activities.feed;

import org.jspecify.annotations.NullMarked;
