/** What OpenContract's marketplace remembers: Working Contracts, votes, keys, money. */
@NullMarked
package dev.tenure.sandbox.opencontract.model;

import org.jspecify.annotations.NullMarked;
