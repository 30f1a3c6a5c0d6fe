@NullMarked
package dev.tenure.activities.notify;

import org.jspecify.annotations.NullMarked;
