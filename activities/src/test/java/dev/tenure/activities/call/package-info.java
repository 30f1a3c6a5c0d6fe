@NullMarked
package dev.tenure.activities.call;

import org.jspecify.annotations.NullMarked;
