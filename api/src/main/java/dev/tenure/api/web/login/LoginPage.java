package dev.tenure.api.web.login;

import org.jspecify.annotations.Nullable;

/**
 * The form to sign in.
 *
 * @param next where to go afterwards
 * @param error why the last key was not taken
 */
public record LoginPage(String next, @Nullable String error) {}
