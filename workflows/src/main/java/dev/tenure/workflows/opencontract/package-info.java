/**
 * The workflow of a hire on OpenContract and what it asks of the marketplace. Knows the rules in
 * {@code lifecycle.opencontract} and the shell's shared parts; holds no rule itself.
 */
@NullMarked
package dev.tenure.workflows.opencontract;

import org.jspecify.annotations.NullMarked;
