@NullMarked
package dev.tenure.journal.record;

import org.jspecify.annotations.NullMarked;
