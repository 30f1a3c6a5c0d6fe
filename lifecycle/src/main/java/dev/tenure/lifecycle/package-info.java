/**
 * The rules of a hire, as pure functions over its state. {@link dev.tenure.lifecycle.Lifecycle} is
 * the door: whoever carries calls out goes through it.
 */
@NullMarked
package dev.tenure.lifecycle;

import org.jspecify.annotations.NullMarked;
