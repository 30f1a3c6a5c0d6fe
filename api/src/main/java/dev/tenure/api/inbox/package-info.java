/** Approvals and events over HTTP. */
@NullMarked
package dev.tenure.api.inbox;

import org.jspecify.annotations.NullMarked;
