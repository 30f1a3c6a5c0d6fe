@NullMarked
package dev.tenure.journal.access;

import org.jspecify.annotations.NullMarked;
