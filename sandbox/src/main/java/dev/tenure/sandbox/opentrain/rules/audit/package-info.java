/** What must never have happened, found in the records. */
@NullMarked
package dev.tenure.sandbox.opentrain.rules.audit;

import org.jspecify.annotations.NullMarked;
