/**
 * What an OpenTrain marketplace answers, as plain records: contracts, milestones, approvals, and
 * the obstacles that only a person can mend. It knows the model and nothing else.
 */
@NullMarked
package dev.tenure.lifecycle.marketplace;

import org.jspecify.annotations.NullMarked;
