@NullMarked
package dev.tenure.workflows.feed;

import org.jspecify.annotations.NullMarked;
