/**
 * One line of a list, ready to print: a hire, a milestone, an approval, an incident. May know the
 * actions.
 */
@NullMarked
package dev.tenure.api.web.hires.row;

import org.jspecify.annotations.NullMarked;
