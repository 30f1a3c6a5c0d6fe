/**
 * The clock of a marketplace, which may run ahead and fast, and what is due by it. It knows the JDK
 * only.
 */
@NullMarked
package dev.tenure.sandbox.clock;

import org.jspecify.annotations.NullMarked;
