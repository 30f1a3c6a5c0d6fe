/** Simulated people: employers who decide on approvals and trainers who deliver. */
@NullMarked
package dev.tenure.sandbox.opentrain.people;

import org.jspecify.annotations.NullMarked;
