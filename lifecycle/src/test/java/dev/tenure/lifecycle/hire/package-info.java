@NullMarked
package dev.tenure.lifecycle.hire;

import org.jspecify.annotations.NullMarked;
