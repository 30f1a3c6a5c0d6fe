/** The commands that a page can send, and their buttons and words. Knows no page. */
@NullMarked
package dev.tenure.api.web.hires.action;

import org.jspecify.annotations.NullMarked;
