package dev.tenure.sandbox.opentrain.webhooks;

/**
 * What came of an attempt.
 *
 * @param words an HTTP status, or what went wrong before there was one
 */
record DeliveryOutcome(boolean success, String words) {
  static DeliveryOutcome of(int status) {
    return new DeliveryOutcome(status >= 200 && status < 300, Integer.toString(status));
  }
}
