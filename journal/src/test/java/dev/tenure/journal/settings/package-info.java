@NullMarked
package dev.tenure.journal.settings;

import org.jspecify.annotations.NullMarked;
