package dev.tenure.journal.payment;

import dev.tenure.model.wire.WireName;
import java.util.Locale;

/** What became of a payment. */
public enum PaymentState implements WireName {
  /** It may have been settled, or may yet be. */
  SIGNED,
  /** The money moved. */
  SETTLED,
  /** The money did not move, and cannot. */
  UNPAID;

  static PaymentState of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
