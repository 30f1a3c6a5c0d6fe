/**
 * The sweep over the active contracts of an account: what no event tells is seen here. It knows the
 * journal, the hires' signals and a source of contracts, and no marketplace.
 */
@NullMarked
package dev.tenure.activities.sweep;

import org.jspecify.annotations.NullMarked;
