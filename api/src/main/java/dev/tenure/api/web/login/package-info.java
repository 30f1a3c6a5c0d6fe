/** The sign-in with an API key. */
@NullMarked
package dev.tenure.api.web.login;

import org.jspecify.annotations.NullMarked;
