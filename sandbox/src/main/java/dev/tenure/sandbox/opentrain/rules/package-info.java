/**
 * What every rule may use: who calls, how one refuses, where links lead, what the audit keeps. It
 * knows the world.
 */
@NullMarked
package dev.tenure.sandbox.opentrain.rules;

import org.jspecify.annotations.NullMarked;
