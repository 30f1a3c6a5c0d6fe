/**
 * What the process may ask of the world, as activities. Here stands what activities of every kind
 * need: heartbeats, the word that the worker stops, activities that repeat for as long as they may.
 */
@NullMarked
package dev.tenure.activities;

import org.jspecify.annotations.NullMarked;
