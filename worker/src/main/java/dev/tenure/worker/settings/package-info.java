/**
 * What the worker is told by its environment, bound and checked by Micronaut. A wrong value is
 * refused at the start with its variable and the remedy. May know the types of the activities that
 * settings are made of.
 */
@NullMarked
package dev.tenure.worker.settings;

import org.jspecify.annotations.NullMarked;
