/** Credits, bills and top-ups, as the API writes them. */
@NullMarked
package dev.tenure.sandbox.opentrain.json.money;

import org.jspecify.annotations.NullMarked;
