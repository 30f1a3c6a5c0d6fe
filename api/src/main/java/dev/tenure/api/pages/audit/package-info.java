/** The audit list as a page. May know the page around it. */
@NullMarked
package dev.tenure.api.pages.audit;

import org.jspecify.annotations.NullMarked;
