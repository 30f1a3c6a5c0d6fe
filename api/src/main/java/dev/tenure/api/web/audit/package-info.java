/** The audit list as a page. May know the page around it. */
@NullMarked
package dev.tenure.api.web.audit;

import org.jspecify.annotations.NullMarked;
