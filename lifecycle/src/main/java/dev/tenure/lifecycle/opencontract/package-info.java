/**
 * The process of a hire on OpenContract: functions over its state, beside those of OpenTrain and
 * over the same building blocks.
 */
@NullMarked
package dev.tenure.lifecycle.opencontract;

import org.jspecify.annotations.NullMarked;
