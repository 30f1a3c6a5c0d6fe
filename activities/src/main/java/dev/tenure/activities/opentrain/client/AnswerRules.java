package dev.tenure.activities.opentrain.client;

import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.RetryAfter;
import dev.tenure.activities.marketplace.ForeignText;
import dev.tenure.activities.opentrain.client.json.ErrorBody;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer.Reason;
import dev.tenure.model.hire.IncidentCause;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one place that knows what an answer of OpenTrain means: by its status, then by whether the
 * error envelope shows that the API itself gave it, then by the envelope's details.
 */
public final class AnswerRules {

  private static final Map<String, Reason> FACTS =
      Map.of(
          "already_accepted", Reason.ALREADY_ACCEPTED,
          "contract_ended", Reason.CONTRACT_ENDED,
          "milestone_not_fundable", Reason.MILESTONE_NOT_FUNDABLE,
          "milestone_not_funded", Reason.MILESTONE_NOT_FUNDED,
          "milestone_cancelled", Reason.MILESTONE_CANCELLED);

  private final RetryAfter retryAfter;

  public AnswerRules(InstantSource clock) {
    this.retryAfter = new RetryAfter(clock);
  }

  /**
   * What an answer means.
   *
   * @param call for people, e.g. {@code GET /contracts/c}
   */
  Verdict judge(String call, HttpAnswer answer) {
    int status = answer.status();
    if (answer.successful()) {
      return new Verdict.Accepted();
    }
    Optional<ErrorBody> error = OpenTrainJson.error(answer.body());
    @Nullable Duration wait = retryAfter.read(answer.header("Retry-After"));
    if (status == 429) {
      return new Verdict.Limited(tooMany(call, wait), wait);
    }
    if (status == 401) {
      return blocked(
          IncidentCause.TOKEN_REJECTED,
          "OpenTrain refuses the token: it is wrong, revoked or expired (a claim revokes it"
              + " too). Set OT_API_TOKEN (of a further account OT_API_TOKEN_ and its name) to a"
              + " valid one and restart the worker",
          null,
          error);
    }
    if (status >= 300 && status < 400) {
      return new Verdict.Blocked(redirected(answer));
    }
    if (status >= 500 || Assumed.saysNothing(status)) {
      String id = error.map(ErrorBody::requestId).map(text -> ", request " + text).orElse("");
      return new Verdict.Failed(call + " answered " + status + ForeignText.line(id), wait);
    }
    return error.isPresent() ? refusal(status, error.get()) : notOpenTrains(answer);
  }

  private static String tooMany(String call, @Nullable Duration wait) {
    return "OpenTrain takes no more calls for now: it answers 429 to "
        + call
        + (wait == null ? "" : ", and is to be called again in " + wait.toSeconds() + " s");
  }

  private static Obstacle redirected(HttpAnswer answer) {
    @Nullable String location = answer.header("Location");
    String where = location == null ? "without a Location" : "to " + ForeignText.line(location);
    return new Obstacle(
        IncidentCause.REQUEST_REJECTED,
        "the call was redirected %s (%d). Redirects are not followed, since the token would go with them: set OT_API_BASE_URL to the address that answers itself"
            .formatted(where, answer.status()),
        null);
  }

  /** A filter, a proxy or another server, which stands where OpenTrain is looked for. */
  private static Verdict notOpenTrains(HttpAnswer answer) {
    @Nullable String type = answer.header("Content-Type");
    return new Verdict.Blocked(
        new Obstacle(
            IncidentCause.REQUEST_REJECTED,
            "the call was refused with %d, but not by OpenTrain: the answer (%s) has none of its error codes. A filter, a proxy or another server gave it. Look at what stands between, and at OT_API_BASE_URL"
                .formatted(
                    answer.status(), type == null ? "without a type" : ForeignText.line(type)),
            null));
  }

  private static Verdict refusal(int status, ErrorBody error) {
    return switch (status) {
      case 403 -> new Verdict.Blocked(forbidden(error));
      case 404 -> new Verdict.Missing(missing(error));
      case 409 -> conflict(error);
      default -> new Verdict.Blocked(rejected(status, error));
    };
  }

  private static Obstacle forbidden(ErrorBody error) {
    @Nullable String feature = error.detail("featureKey");
    if ("account_claim_required".equals(error.reason())) {
      return obstacle(
          IncidentCause.ACCOUNT_CLAIM_REQUIRED,
          "the OpenTrain account has not been claimed. A person must claim it",
          error.detail("claimUrl"),
          Optional.of(error));
    }
    @Nullable JsonNode scopes =
        error.details() == null ? null : error.details().get("requiredScopes");
    if (scopes != null) {
      return obstacle(
          IncidentCause.SCOPE_MISSING,
          "the token lacks a scope, wanted: "
              + names(scopes)
              + ". A person must mint a token with it in OpenTrain's settings",
          null,
          Optional.of(error));
    }
    if (feature != null) {
      return obstacle(
          IncidentCause.FEATURE_DISABLED,
          "the OpenTrain account lacks the feature " + ForeignText.line(feature),
          null,
          Optional.of(error));
    }
    return rejected(403, error);
  }

  private static Obstacle missing(ErrorBody error) {
    @Nullable String resource = error.detail("resource");
    return obstacle(
        IncidentCause.NOT_FOUND,
        "OpenTrain shows nothing of that id"
            + (resource == null ? "" : " among its " + ForeignText.line(resource))
            + ": it does not exist, or the token may not see it",
        null,
        Optional.of(error));
  }

  private static Verdict conflict(ErrorBody error) {
    String reason = String.valueOf(error.reason());
    @Nullable Reason fact = FACTS.get(reason);
    if (fact != null) {
      return new Verdict.Fact(fact);
    }
    return switch (reason) {
      case "payment_method_required" ->
          blocked(
              IncidentCause.PAYMENT_METHOD_REQUIRED,
              "the OpenTrain account has no card on file and too few credits. Mend it on the"
                  + " billing page",
              error.detail("billingUrl"),
              Optional.of(error));
      case "not_fit_confirmation_required" ->
          blocked(
              IncidentCause.NOT_FIT_CONFIRMATION_REQUIRED,
              "the proposal was marked as not a fit. Hire with confirmNotFitOverride if that is"
                  + " meant",
              null,
              Optional.of(error));
      case "contract_rate_missing" ->
          blocked(
              IncidentCause.CONTRACT_RATE_MISSING,
              "the contract has no rate to price the milestone by. A person must set it in"
                  + " OpenTrain; the milestone is created as soon as there is one",
              null,
              Optional.of(error));
      default -> new Verdict.Blocked(rejected(409, error));
    };
  }

  private static Obstacle rejected(int status, ErrorBody error) {
    StringBuilder words = new StringBuilder("OpenTrain rejects the request (").append(status);
    for (@Nullable String named :
        new @Nullable String[] {error.code(), error.reason(), error.detail("field")}) {
      if (named != null) {
        words.append(", ").append(ForeignText.line(named));
      }
    }
    words.append(')');
    if (error.error() != null) {
      words.append(": ").append(ForeignText.line(error.error()));
    }
    return obstacle(IncidentCause.REQUEST_REJECTED, words.toString(), null, Optional.of(error));
  }

  private static Verdict blocked(
      IncidentCause cause, String words, @Nullable String url, Optional<ErrorBody> error) {
    return new Verdict.Blocked(obstacle(cause, words, url, error));
  }

  private static Obstacle obstacle(
      IncidentCause cause, String words, @Nullable String url, Optional<ErrorBody> error) {
    String where =
        error
            .map(ErrorBody::requestId)
            .map(id -> " (request " + ForeignText.line(id) + ")")
            .orElse("");
    return new Obstacle(cause, words + where, ForeignText.link(url));
  }

  private static String names(JsonNode scopes) {
    StringBuilder names = new StringBuilder();
    for (JsonNode scope : scopes.isArray() ? scopes.values() : java.util.List.of(scopes)) {
      if (scope.isString()) {
        names.append(names.isEmpty() ? "" : ", ").append(scope.getStringValue());
      }
    }
    return ForeignText.line(names.toString());
  }
}
