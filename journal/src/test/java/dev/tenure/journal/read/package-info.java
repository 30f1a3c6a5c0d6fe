@NullMarked
package dev.tenure.journal.read;

import org.jspecify.annotations.NullMarked;
