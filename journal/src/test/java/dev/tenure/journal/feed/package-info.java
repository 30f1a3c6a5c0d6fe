@NullMarked
package dev.tenure.journal.feed;

import org.jspecify.annotations.NullMarked;
