/**
 * The process of a hire on OpenTrain: functions over its state, beside those of OpenContract and
 * over the same building blocks.
 */
@NullMarked
package dev.tenure.lifecycle.opentrain;

import org.jspecify.annotations.NullMarked;
