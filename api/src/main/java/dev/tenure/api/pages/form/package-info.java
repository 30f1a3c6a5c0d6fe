/**
 * Forms that stand for a request of the API, and what is wrong with them in the words of the page.
 * May know the sessions.
 */
@NullMarked
package dev.tenure.api.pages.form;

import org.jspecify.annotations.NullMarked;
