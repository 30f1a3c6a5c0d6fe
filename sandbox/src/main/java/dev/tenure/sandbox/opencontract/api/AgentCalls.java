package dev.tenure.sandbox.opencontract.api;

import dev.tenure.sandbox.opencontract.http.PaymentHeaders;
import dev.tenure.sandbox.opencontract.http.PaymentRequired;
import dev.tenure.sandbox.opencontract.json.Envelope;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.rules.Outcome;
import dev.tenure.sandbox.opencontract.rules.Outcome.Done;
import dev.tenure.sandbox.opencontract.rules.Outcome.Settling;
import dev.tenure.sandbox.opencontract.rules.Outcome.Unpaid;
import dev.tenure.sandbox.opencontract.rules.PaidCalls;
import dev.tenure.sandbox.opencontract.rules.PendingPayments;
import dev.tenure.sandbox.opencontract.rules.SignedTransfer;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the work of a call alone in the world, and puts what came of it into the envelope. */
@Singleton
record AgentCalls(
    OpenContractWorld world, PaymentHeaders headers, PaidCalls paidCalls, PendingPayments pending) {

  /** The work of a call with its payment, if one came. */
  interface PaidWork<T> {
    Outcome<T> run(@Nullable SignedTransfer payment);
  }

  /** A call that costs nothing. */
  <T> Success<T> free(Supplier<T> work) {
    return world.transact(() -> Envelope.of(work.get(), world.now()));
  }

  /**
   * A call that may cost something. It is answered when its payment has settled.
   *
   * @param shape of the answer
   * @throws PaymentRequired after what was quoted is stored
   */
  <T, J> HttpResponse<Success<J>> paid(
      HttpRequest<?> request, PaidWork<T> work, Function<T, J> shape) {
    SignedTransfer payment = headers.payment(request);
    Outcome<T> outcome = world.transact(() -> work.run(payment));
    if (outcome instanceof Settling<T>(var settling, var result)) {
      pending.await(settling);
      outcome = world.transact(() -> Outcome.of(paidCalls.outcome(settling), result));
    }
    return answer(outcome, shape);
  }

  private <T, J> HttpResponse<Success<J>> answer(Outcome<T> outcome, Function<T, J> shape) {
    return switch (outcome) {
      case Done<T>(var value, var receipt) -> {
        MutableHttpResponse<Success<J>> response =
            HttpResponse.ok(Envelope.of(shape.apply(value), world.now()));
        yield receipt == null ? response : headers.receipt(response, receipt);
      }
      case Unpaid<T>(var quote, var reason, var failed) ->
          throw new PaymentRequired(quote, reason, failed);
      case Settling<T>(var settling, var result) ->
          throw new IllegalStateException(settling.id() + " was waited for and settles still");
    };
  }
}
