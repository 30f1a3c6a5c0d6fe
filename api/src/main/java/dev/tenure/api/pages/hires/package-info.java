/**
 * The pages of hires, one and all: the controllers, and what gathers a page for them. May know the
 * views, the rows and the actions.
 */
@NullMarked
package dev.tenure.api.pages.hires;

import org.jspecify.annotations.NullMarked;
