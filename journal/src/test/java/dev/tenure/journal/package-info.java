@NullMarked
package dev.tenure.journal;

import org.jspecify.annotations.NullMarked;
