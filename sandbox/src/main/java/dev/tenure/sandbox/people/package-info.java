/** Simulated people: employers who decide on approvals and trainers who deliver. */
@NullMarked
package dev.tenure.sandbox.people;

import org.jspecify.annotations.NullMarked;
