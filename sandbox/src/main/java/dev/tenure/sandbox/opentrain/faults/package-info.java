/** What faults on purpose make OpenTrain do wrong: tokens, feed, late contracts and approvals. */
@NullMarked
package dev.tenure.sandbox.opentrain.faults;

import org.jspecify.annotations.NullMarked;
