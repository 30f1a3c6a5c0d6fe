@NullMarked
package dev.tenure.journal.store;

import org.jspecify.annotations.NullMarked;
