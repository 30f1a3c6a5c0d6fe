package dev.tenure.activities.opencontract.client;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opencontract.client.json.EnvelopeJson;
import dev.tenure.activities.opencontract.client.json.ErrorEnvelopeJson;
import dev.tenure.activities.opencontract.signer.PaymentRequired;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries a call to OpenContract: what the envelope holds comes back, or an exception that says why
 * there is none.
 */
final class OpenContractCalls {

  /** Reads and writes the bodies. */
  static final ForeignJson BODIES = new ForeignJson(EnvelopeJson.class);

  /** Well below the time that an activity has for a call. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How soon a wait for an attempt notices that the worker stops. */
  private static final Duration SLICE = Duration.ofMillis(200);

  /** The calls of an attempt: the quote, and the payment. */
  private static final int CALLS_OF_ATTEMPT = 2;

  /** An answer, or what is to be paid before there is one. */
  sealed interface Answer {

    record Given(EnvelopeJson envelope, HttpAnswer http) implements Answer {}

    record ToBePaid(PaymentRequired required) implements Answer {}
  }

  private final Transport transport;
  private final Allowance allowance;
  private final ShutdownSignal shutdown;
  private final OpenContractAnswers answers;
  private final Semaphore unpaid = new Semaphore(Assumptions.UNPAID_AT_ONCE, true);

  OpenContractCalls(
      Transport transport, Allowance allowance, ShutdownSignal shutdown, InstantSource clock) {
    this.transport = transport;
    this.allowance = allowance;
    this.shutdown = shutdown;
    this.answers = new OpenContractAnswers(BODIES, clock);
  }

  /** Sends a call that costs nothing. */
  EnvelopeJson send(Call call) throws OpenContractRefusal, Unavailable {
    return switch (sendPayable(call)) {
      case Answer.Given(var envelope, var http) -> envelope;
      case Answer.ToBePaid(var required) ->
          throw nonsense(call, "asks for a payment where none is due");
    };
  }

  /** Sends a call that may have to be paid. */
  Answer sendPayable(Call call) throws OpenContractRefusal, Unavailable {
    awaitTurn(call, 1, PATIENCE);
    return sendInTurn(call);
  }

  /** Sends a call that may have to be paid, and that has had its turn. */
  Answer sendInTurn(Call call) throws OpenContractRefusal, Unavailable {
    HttpAnswer answer = transport.answer(call);
    return switch (answers.judge(call.name(), answer)) {
      case OpenContractAnswer.Accepted() -> new Answer.Given(envelope(call, answer), answer);
      case OpenContractAnswer.Unpaid(PaymentRequired required) -> new Answer.ToBePaid(required);
      case OpenContractAnswer.No no ->
          throw new OpenContractRefusal(call.name(), answer.status(), no, certain(answer));
      case OpenContractAnswer.TooMany(String words, var wait) ->
          throw Unavailable.limited(words, wait);
      case OpenContractAnswer.Broken(String words, var wait) ->
          throw Unavailable.unanswered(words, null, wait);
    };
  }

  /** Lets a quote and its payment begin; whoever was let in ends the attempt. */
  void awaitAttempt(Call call, boolean counted) throws Unavailable {
    long end = System.nanoTime() + PATIENCE.toNanos();
    if (counted) {
      awaitUnpaid(call, end);
    }
    boolean turn = false;
    try {
      awaitTurn(call, CALLS_OF_ATTEMPT, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      turn = true;
    } finally {
      if (!turn && counted) {
        unpaid.release();
      }
    }
  }

  private void awaitUnpaid(Call call, long end) throws Unavailable {
    try {
      while (!unpaid.tryAcquire(SLICE.toNanos(), TimeUnit.NANOSECONDS)) {
        if (shutdown.hasBegun()) {
          throw stopping(call, null);
        }
        if (System.nanoTime() - end > 0) {
          throw throttled(call);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopping(call, e);
    }
  }

  /**
   * Ends an attempt that was let in.
   *
   * @param paid whether a payment followed the quote
   */
  void endAttempt(boolean counted, boolean paid) {
    if (counted) {
      unpaid.release();
    }
    if (!paid) {
      allowance.giveBack();
    }
  }

  /** All hires of the account share its calls; each waits for its turn, and not for long. */
  private void awaitTurn(Call call, int count, Duration patience) throws Unavailable {
    Duration turn = allowance.reserve(count, patience).orElseThrow(() -> throttled(call));
    try {
      if (shutdown.within(turn)) {
        throw stopping(call, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopping(call, e);
    }
  }

  private static Unavailable throttled(Call call) {
    return Unavailable.throttled(
        "%s was not sent: the calls that OpenContract allows the account in the next %d s are taken"
            .formatted(call.name(), PATIENCE.toSeconds()),
        PATIENCE);
  }

  private static Unavailable stopping(Call call, @Nullable InterruptedException interrupted) {
    return Unavailable.notMade(call.name() + " was not sent, the worker stops", interrupted);
  }

  private static EnvelopeJson envelope(Call call, HttpAnswer answer) throws Unavailable {
    return BODIES
        .read(answer.body(), EnvelopeJson.class)
        .filter(envelope -> envelope.data() != null)
        .orElseThrow(
            () -> nonsense(call, "answered " + answer.status() + " with a body without data"));
  }

  private static boolean certain(HttpAnswer answer) {
    boolean ours =
        BODIES
            .read(answer.body(), ErrorEnvelopeJson.class)
            .map(ErrorEnvelopeJson::error)
            .filter(error -> error.code() != null)
            .isPresent();
    return ours || answer.status() < 400;
  }

  /** The data as the type wanted. */
  <T> T read(Call call, EnvelopeJson envelope, Class<T> type) throws Unavailable {
    Optional<T> read =
        envelope.data() == null ? Optional.empty() : BODIES.read(envelope.data(), type);
    return read.orElseThrow(() -> nonsense(call, "answered with data that makes no sense"));
  }

  /** An answer that was read well and still makes no sense. */
  static Unavailable nonsense(Call call, String words) {
    return Unavailable.unanswered(call.name() + " " + words, null, null);
  }
}
