/**
 * Who may see pages: sessions, the tokens of forms, and the throttle of the sign-in. Knows no page.
 */
@NullMarked
package dev.tenure.api.pages.session;

import org.jspecify.annotations.NullMarked;
