/** The updates feed and subscriptions, as the API writes them. */
@NullMarked
package dev.tenure.sandbox.opentrain.json.event;

import org.jspecify.annotations.NullMarked;
