/** The page of an approval that is decided here. May know the rows of the hires' pages. */
@NullMarked
package dev.tenure.api.pages.approvals;

import org.jspecify.annotations.NullMarked;
