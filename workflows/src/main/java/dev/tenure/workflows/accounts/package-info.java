/** What a marketplace account may do, and what its marketplace booked. */
@NullMarked
package dev.tenure.workflows.accounts;

import org.jspecify.annotations.NullMarked;
