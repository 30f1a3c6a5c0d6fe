/** Every JSON shape that the marketplace's public API speaks, made in this one place. */
@NullMarked
package dev.tenure.sandbox.wire;

import org.jspecify.annotations.NullMarked;
