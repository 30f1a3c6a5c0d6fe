/** What a hire would cost and need, before it is made. */
@NullMarked
package dev.tenure.api.plans;

import org.jspecify.annotations.NullMarked;
