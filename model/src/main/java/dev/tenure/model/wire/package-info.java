/** How constants are named outside of Java. May know the JDK alone. */
@NullMarked
package dev.tenure.model.wire;

import org.jspecify.annotations.NullMarked;
