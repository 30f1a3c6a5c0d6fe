@NullMarked
package dev.tenure.journal.reminder;

import org.jspecify.annotations.NullMarked;
