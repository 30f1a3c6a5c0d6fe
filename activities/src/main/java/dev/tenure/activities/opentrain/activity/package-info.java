/**
 * OpenTrain as activities of the process: hires, the account itself, its ledger, its feed and its
 * contracts. Here a call's answer becomes an activity's result or failure.
 */
@NullMarked
package dev.tenure.activities.opentrain.activity;

import org.jspecify.annotations.NullMarked;
