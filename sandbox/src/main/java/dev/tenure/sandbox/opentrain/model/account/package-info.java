/** Accounts with their tokens, scopes, features and people, as they are kept. */
@NullMarked
package dev.tenure.sandbox.opentrain.model.account;

import org.jspecify.annotations.NullMarked;
