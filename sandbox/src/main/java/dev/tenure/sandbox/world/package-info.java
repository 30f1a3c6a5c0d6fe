/** What the marketplace knows: accounts, proposals, contracts, approvals, money. */
@NullMarked
package dev.tenure.sandbox.world;

import org.jspecify.annotations.NullMarked;
