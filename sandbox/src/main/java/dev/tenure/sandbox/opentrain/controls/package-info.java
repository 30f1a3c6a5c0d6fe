/** The sandbox's own controls under /sandbox; not part of the marketplace's API. */
@NullMarked
package dev.tenure.sandbox.opentrain.controls;

import org.jspecify.annotations.NullMarked;
