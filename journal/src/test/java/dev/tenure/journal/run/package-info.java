@NullMarked
package dev.tenure.journal.run;

import org.jspecify.annotations.NullMarked;
