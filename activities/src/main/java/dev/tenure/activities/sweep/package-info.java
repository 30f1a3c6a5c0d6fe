/**
 * The sweeps over the contracts of an account: what no event tells is seen here. It knows the
 * journal, the hires' signals and sources of contracts, and no marketplace's client.
 */
@NullMarked
package dev.tenure.activities.sweep;

import org.jspecify.annotations.NullMarked;
