/**
 * The process that hosts workflows and activities. Starts everything, or says which setting is
 * wrong and ends. May know every package of the worker.
 */
@NullMarked
package dev.tenure.worker;

import org.jspecify.annotations.NullMarked;
