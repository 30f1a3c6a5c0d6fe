/** Rules about the updates feed and its webhooks. */
@NullMarked
package dev.tenure.sandbox.opentrain.rules.event;

import org.jspecify.annotations.NullMarked;
