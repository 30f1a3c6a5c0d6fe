/** The description of the marketplace's API, generated from its controllers and records. */
@NullMarked
package dev.tenure.sandbox.opentrain.openapi;

import org.jspecify.annotations.NullMarked;
