/** What the marketplace does: hire, fund, release, end, decide, and what each moves. */
@NullMarked
package dev.tenure.sandbox.rules;

import org.jspecify.annotations.NullMarked;
