/** Jobs, proposals and conversations, as the API writes them. */
@NullMarked
package dev.tenure.sandbox.opentrain.json.job;

import org.jspecify.annotations.NullMarked;
