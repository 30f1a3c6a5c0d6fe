package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.PaymentQuote;
import org.jspecify.annotations.Nullable;

/** What became of a call that may cost something. */
public sealed interface Outcome<T> {

  /**
   * It was carried out.
   *
   * @param receipt null when it cost nothing
   */
  record Done<T>(T value, @Nullable Receipt receipt) implements Outcome<T> {}

  /**
   * It was not: the payment is missing, or not good.
   *
   * @param failed how the payment that came with it failed; null when none came
   */
  record Unpaid<T>(PaymentQuote quote, String reason, @Nullable Receipt failed)
      implements Outcome<T> {}

  /**
   * The settlement of a payment.
   *
   * @param transaction empty when it failed
   * @param errorReason null when it did not
   */
  record Receipt(boolean success, String transaction, String payer, @Nullable String errorReason) {}
}
