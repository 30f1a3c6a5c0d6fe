@NullMarked
package dev.tenure.activities.journal;

import org.jspecify.annotations.NullMarked;
