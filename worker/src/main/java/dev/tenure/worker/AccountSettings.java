package dev.tenure.worker;

import dev.tenure.activities.http.BaseUrl;

/**
 * One marketplace account.
 *
 * @param tokenVariable the environment variable that holds the token, for words to people
 * @param callsPerSecond the most that all workers together may call it
 */
record AccountSettings(
    String name, BaseUrl base, String token, String tokenVariable, double callsPerSecond) {

  /** Without the token: settings end up in logs. */
  @Override
  public String toString() {
    return name + " at " + base.origin();
  }
}
