/** Telling subscribers of events as they happen, with retries and signatures. */
@NullMarked
package dev.tenure.sandbox.opentrain.webhooks;

import org.jspecify.annotations.NullMarked;
