/** Rules about tokens, registrations and teams. */
@NullMarked
package dev.tenure.sandbox.opentrain.rules.account;

import org.jspecify.annotations.NullMarked;
