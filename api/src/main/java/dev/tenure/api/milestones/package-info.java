/** The milestones of a hire over HTTP. May know the hires, their commands and their requests. */
@NullMarked
package dev.tenure.api.milestones;

import org.jspecify.annotations.NullMarked;
