/**
 * What the marketplace writes: times, errors, and below it one package for each part of the API. It
 * knows the rules.
 */
@NullMarked
package dev.tenure.sandbox.opentrain.json;

import org.jspecify.annotations.NullMarked;
