package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.PaymentQuote;
import dev.tenure.sandbox.opencontract.model.PendingPayment;
import dev.tenure.sandbox.opencontract.model.Receipt;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import java.util.function.Function;
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
   * It will be, once its payment has settled.
   *
   * @param result what the call answers, by the contract as it is then
   */
  record Settling<T>(PendingPayment payment, Function<WorkingContract, T> result)
      implements Outcome<T> {}

  /** The same outcome of a call that answers with something else. */
  static <T> Outcome<T> of(Outcome<WorkingContract> outcome, Function<WorkingContract, T> result) {
    return switch (outcome) {
      case Done<WorkingContract>(var value, var receipt) ->
          new Done<>(result.apply(value), receipt);
      case Unpaid<WorkingContract>(var quote, var reason, var failed) ->
          new Unpaid<>(quote, reason, failed);
      case Settling<WorkingContract>(var payment, var same) ->
          new Settling<>(payment, same.andThen(result));
    };
  }
}
