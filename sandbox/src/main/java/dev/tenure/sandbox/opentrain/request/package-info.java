/**
 * What clients of the marketplace's API may send, with the limits of each value. The description of
 * the API is generated from these records.
 */
@NullMarked
package dev.tenure.sandbox.opentrain.request;

import org.jspecify.annotations.NullMarked;
