@NullMarked
package dev.tenure.lifecycle;

import org.jspecify.annotations.NullMarked;
