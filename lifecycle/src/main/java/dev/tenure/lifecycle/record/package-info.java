/**
 * How a hire is told to everyone else: what documents and events of every marketplace share. It
 * knows the state and changes nothing but what has been told.
 */
@NullMarked
package dev.tenure.lifecycle.record;

import org.jspecify.annotations.NullMarked;
