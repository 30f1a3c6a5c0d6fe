package dev.tenure.journal.payment;

import java.util.Locale;

/** What became of a payment. */
public enum PaymentState {
  /** It may have been settled, or may yet be. */
  SIGNED,
  /** The money moved. */
  SETTLED,
  /** The money did not move, and cannot. */
  UNPAID;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PaymentState of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
