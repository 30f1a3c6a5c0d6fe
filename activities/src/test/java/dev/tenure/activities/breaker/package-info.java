@NullMarked
package dev.tenure.activities.breaker;

import org.jspecify.annotations.NullMarked;
