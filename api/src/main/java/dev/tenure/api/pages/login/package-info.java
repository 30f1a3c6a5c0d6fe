/** The sign-in with an API key. */
@NullMarked
package dev.tenure.api.pages.login;

import org.jspecify.annotations.NullMarked;
