/** Events with their deliveries, and the writes that came in, as they are kept. */
@NullMarked
package dev.tenure.sandbox.opentrain.model.event;

import org.jspecify.annotations.NullMarked;
