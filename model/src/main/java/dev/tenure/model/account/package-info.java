/** A marketplace account and what is known of it. It may know money. */
@NullMarked
package dev.tenure.model.account;

import org.jspecify.annotations.NullMarked;
