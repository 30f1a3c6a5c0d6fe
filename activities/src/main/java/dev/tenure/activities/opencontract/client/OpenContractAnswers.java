package dev.tenure.activities.opencontract.client;

import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.RetryAfter;
import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.marketplace.ForeignText;
import dev.tenure.activities.opencontract.client.json.ErrorEnvelopeJson;
import dev.tenure.activities.opencontract.client.json.ErrorEnvelopeJson.Problem;
import dev.tenure.activities.opencontract.signer.PaymentRequired;
import dev.tenure.activities.opencontract.signer.UnreadableQuoteException;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.IncidentCause;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The one place that knows what an answer of OpenContract means: by its status, then by whether the
 * error envelope shows that the API itself gave it, then by the envelope's code. Its messages are
 * free text and decide nothing.
 */
final class OpenContractAnswers {

  /**
   * An unpaid creation of ours is paid within seconds, and one of another program dies after half
   * an hour, which is what the marketplace asks to wait for.
   */
  private static final Duration UNPAID_AGAIN = Duration.ofSeconds(30);

  private final ForeignJson json;
  private final RetryAfter retryAfter;

  OpenContractAnswers(ForeignJson json, InstantSource clock) {
    this.json = json;
    this.retryAfter = new RetryAfter(clock);
  }

  /**
   * What an answer means.
   *
   * @param call for people, e.g. {@code GET /contracts/c}
   */
  OpenContractAnswer judge(String call, HttpAnswer answer) {
    int status = answer.status();
    if (answer.successful()) {
      return new OpenContractAnswer.Accepted();
    }
    @Nullable Problem problem =
        json.read(answer.body(), ErrorEnvelopeJson.class)
            .map(ErrorEnvelopeJson::error)
            .filter(error -> error.code() != null)
            .orElse(null);
    @Nullable Duration wait = retryAfter.read(answer.header("Retry-After"));
    if (status == 402) {
      return unpaid(call, answer);
    }
    if (status == 429) {
      boolean unpaid = problem != null && "too_many_pending_attempts".equals(problem.code());
      @Nullable Duration again = unpaid ? UNPAID_AGAIN : wait;
      return new OpenContractAnswer.TooMany(tooMany(call, unpaid, again), again);
    }
    if (status >= 300 && status < 400) {
      return new OpenContractAnswer.Barred(redirected(answer));
    }
    if (Assumptions.saysNothing(status)) {
      return new OpenContractAnswer.Broken(call + " answered " + status + words(problem), wait);
    }
    return problem == null ? another(answer) : refusal(status, problem);
  }

  private static OpenContractAnswer unpaid(String call, HttpAnswer answer) {
    try {
      return new OpenContractAnswer.Unpaid(
          PaymentRequired.read(answer.header(PaymentRequired.HEADER), answer.body()));
    } catch (UnreadableQuoteException e) {
      return new OpenContractAnswer.Barred(
          rejected(
              "%s is to be paid (402), but the quote cannot be used: %s. Nothing was signed"
                  .formatted(call, e.getMessage())));
    }
  }

  private static String tooMany(String call, boolean unpaid, @Nullable Duration wait) {
    String what =
        unpaid
            ? "OpenContract takes no further creation while five of this address are unpaid: it"
                + " answers 429 to "
            : "OpenContract takes no more calls for now: it answers 429 to ";
    return what
        + call
        + (wait == null ? "" : ", and is to be called again in " + wait.toSeconds() + " s");
  }

  private static OpenContractAnswer refusal(int status, Problem problem) {
    String code = String.valueOf(problem.code());
    return switch (status) {
      case 401 ->
          new OpenContractAnswer.KeyRefused(
              new Obstacle(
                  IncidentCause.TOKEN_REJECTED,
                  "OpenContract refuses the API key (401)"
                      + words(problem)
                      + ". Another is asked for by signature; if that is refused as well, look at"
                      + " the account's address and key",
                  null));
      case 404 ->
          code.equals("key_not_found")
              ? new OpenContractAnswer.Told(
                  OpenContractAnswer.Fact.KEY_NOT_FOUND, told(status, problem))
              : new OpenContractAnswer.Absent(
                  new Obstacle(
                      IncidentCause.NOT_FOUND,
                      "OpenContract shows nothing of that id" + words(problem),
                      null));
      case 409 ->
          code.equals("duplicate_contract")
              ? new OpenContractAnswer.Told(
                  OpenContractAnswer.Fact.DUPLICATE_CONTRACT, told(status, problem))
              : new OpenContractAnswer.Told(
                  OpenContractAnswer.Fact.CONFLICT, told(status, problem));
      case 400 ->
          code.equals("invalid_challenge")
              ? new OpenContractAnswer.Told(
                  OpenContractAnswer.Fact.INVALID_CHALLENGE, told(status, problem))
              : new OpenContractAnswer.Barred(rejected(told(status, problem)));
      default -> new OpenContractAnswer.Barred(rejected(told(status, problem)));
    };
  }

  private static String told(int status, Problem problem) {
    return "OpenContract rejects the request (" + status + ")" + words(problem);
  }

  private static String words(@Nullable Problem problem) {
    if (problem == null) {
      return "";
    }
    String code = ForeignText.line(String.valueOf(problem.code()));
    return problem.message() == null
        ? ": " + code
        : ": " + code + ", " + ForeignText.line(problem.message());
  }

  private static Obstacle redirected(HttpAnswer answer) {
    @Nullable String location = answer.header("Location");
    return rejected(
        "the call was redirected %s (%d). Redirects are not followed, since the API key would go with them: set OC_API_BASE_URL to the address that answers itself"
            .formatted(
                location == null ? "without a Location" : "to " + ForeignText.line(location),
                answer.status()));
  }

  /** A filter, a proxy or another server, which stands where OpenContract is looked for. */
  private static OpenContractAnswer another(HttpAnswer answer) {
    @Nullable String type = answer.header("Content-Type");
    return new OpenContractAnswer.Barred(
        rejected(
            "the call was refused with %d, but not by OpenContract: the answer (%s) has none of its error codes. A filter, a proxy or another server gave it. Look at what stands between, and at OC_API_BASE_URL"
                .formatted(
                    answer.status(), type == null ? "without a type" : ForeignText.line(type))));
  }

  private static Obstacle rejected(String words) {
    return new Obstacle(IncidentCause.REQUEST_REJECTED, words, null);
  }
}
