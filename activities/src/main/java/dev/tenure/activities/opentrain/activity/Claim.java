package dev.tenure.activities.opentrain.activity;

import org.jspecify.annotations.Nullable;

/**
 * Whether a person owns the account.
 *
 * @param claimed absent where nothing tells
 * @param url where a person can claim it
 */
record Claim(@Nullable Boolean claimed, @Nullable String url) {

  static final Claim UNKNOWN = new Claim(null, null);
}
