/**
 * The workflow of a hire on OpenTrain and what it asks of the marketplace. Knows the rules in
 * {@code lifecycle.opentrain} and the shell's shared parts; holds no rule itself.
 */
@NullMarked
package dev.tenure.workflows.opentrain;

import org.jspecify.annotations.NullMarked;
