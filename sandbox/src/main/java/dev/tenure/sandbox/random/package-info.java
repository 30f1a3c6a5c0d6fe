/**
 * Draws that a seed decides, for the simulated people of all marketplaces. It knows the JDK only.
 */
@NullMarked
package dev.tenure.sandbox.random;

import org.jspecify.annotations.NullMarked;
