/** What every marketplace's client rests on, tested. */
@NullMarked
package dev.tenure.activities.marketplace;

import org.jspecify.annotations.NullMarked;
