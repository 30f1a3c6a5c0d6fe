/** The approvals of all hires: what waits for a person's decision. */
@NullMarked
package dev.tenure.api.approvals;

import org.jspecify.annotations.NullMarked;
