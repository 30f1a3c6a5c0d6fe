@NullMarked
package dev.tenure.activities.sweep;

import org.jspecify.annotations.NullMarked;
