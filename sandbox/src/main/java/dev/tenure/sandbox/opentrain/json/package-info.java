/** What the marketplace writes. It knows the rules. */
@NullMarked
package dev.tenure.sandbox.opentrain.json;

import org.jspecify.annotations.NullMarked;
