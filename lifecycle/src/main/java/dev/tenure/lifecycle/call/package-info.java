/**
 * How a hire asks the world for something on any marketplace: steps, running calls, what they meet,
 * notifications, and the reconciler that holds the wanted calls against the running ones.
 */
@NullMarked
package dev.tenure.lifecycle.call;

import org.jspecify.annotations.NullMarked;
