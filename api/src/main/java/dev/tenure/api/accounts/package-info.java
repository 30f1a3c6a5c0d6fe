/** The marketplace accounts that can hire. */
@NullMarked
package dev.tenure.api.accounts;

import org.jspecify.annotations.NullMarked;
