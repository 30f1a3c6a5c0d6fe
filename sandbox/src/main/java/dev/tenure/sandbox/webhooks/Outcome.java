package dev.tenure.sandbox.webhooks;

/**
 * What came of an attempt.
 *
 * @param words an HTTP status, or what went wrong before there was one
 */
record Outcome(boolean success, String words) {
  static Outcome of(int status) {
    return new Outcome(status >= 200 && status < 300, Integer.toString(status));
  }
}
