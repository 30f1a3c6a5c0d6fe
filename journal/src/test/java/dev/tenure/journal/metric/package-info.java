@NullMarked
package dev.tenure.journal.metric;

import org.jspecify.annotations.NullMarked;
