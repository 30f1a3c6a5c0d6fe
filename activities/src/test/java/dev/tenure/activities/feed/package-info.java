@NullMarked
package dev.tenure.activities.feed;

import org.jspecify.annotations.NullMarked;
