/**
 * What OpenTrain shows and answers, as plain records: contracts, milestones, approvals. It knows
 * the model and nothing else.
 */
@NullMarked
package dev.tenure.lifecycle.opentrain.marketplace;

import org.jspecify.annotations.NullMarked;
