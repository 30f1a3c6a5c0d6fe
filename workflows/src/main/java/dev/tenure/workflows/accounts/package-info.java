/** What a marketplace account may do, what its marketplace booked, and its active contracts. */
@NullMarked
package dev.tenure.workflows.accounts;

import org.jspecify.annotations.NullMarked;
