package dev.tenure.activities.opentrain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.json.ErrorBody;
import dev.tenure.lifecycle.marketplace.AskAnswer.Reason;
import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.IncidentCause;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one place that knows what OpenTrain's refusals mean: by status, then by details. */
final class Refusals {

  private static final Map<String, Reason> FACTS =
      Map.of(
          "already_accepted", Reason.ALREADY_ACCEPTED,
          "contract_ended", Reason.CONTRACT_ENDED,
          "milestone_not_fundable", Reason.MILESTONE_NOT_FUNDABLE,
          "milestone_not_funded", Reason.MILESTONE_NOT_FUNDED,
          "milestone_cancelled", Reason.MILESTONE_CANCELLED);

  private Refusals() {}

  static Verdict judge(Refused refused) {
    ErrorBody error = refused.error();
    return switch (refused.status()) {
      case 401 ->
          blocked(
              IncidentCause.TOKEN_REJECTED,
              "OpenTrain refuses the token: it is wrong, revoked or expired (a claim revokes it"
                  + " too). Set OT_API_TOKEN (of a further account OT_API_TOKEN_ and its name) to a"
                  + " valid one and restart the worker",
              null,
              error);
      case 403 -> new Verdict.Blocked(forbidden(error));
      case 404 -> new Verdict.Missing(missing(error));
      case 409 -> conflict(error);
      default -> new Verdict.Blocked(rejected(refused.status(), error));
    };
  }

  private static Obstacle forbidden(ErrorBody error) {
    @Nullable String feature = error.detail("featureKey");
    if ("account_claim_required".equals(error.reason())) {
      return obstacle(
          IncidentCause.ACCOUNT_CLAIM_REQUIRED,
          "the OpenTrain account has not been claimed. A person must claim it",
          error.detail("claimUrl"),
          error);
    }
    if (error.details() != null && error.details().has("requiredScopes")) {
      return obstacle(
          IncidentCause.SCOPE_MISSING,
          "the token lacks a scope, wanted: "
              + scopes(error.details().get("requiredScopes"))
              + ". A person must mint a token with it in OpenTrain's settings",
          null,
          error);
    }
    if (feature != null) {
      return obstacle(
          IncidentCause.FEATURE_DISABLED,
          "the OpenTrain account lacks the feature " + Words.safe(feature),
          null,
          error);
    }
    return rejected(403, error);
  }

  private static Obstacle missing(ErrorBody error) {
    @Nullable String resource = error.detail("resource");
    return obstacle(
        IncidentCause.NOT_FOUND,
        "OpenTrain shows nothing of that id"
            + (resource == null ? "" : " among its " + Words.safe(resource))
            + ": it does not exist, or the token may not see it",
        null,
        error);
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
              error);
      case "not_fit_confirmation_required" ->
          blocked(
              IncidentCause.NOT_FIT_CONFIRMATION_REQUIRED,
              "the proposal was marked as not a fit. Hire with confirmNotFitOverride if that is"
                  + " meant",
              null,
              error);
      case "contract_rate_missing" ->
          blocked(
              IncidentCause.CONTRACT_RATE_MISSING,
              "the contract has no rate to price the milestone by. A person must set it in"
                  + " OpenTrain; the milestone is created as soon as there is one",
              null,
              error);
      default -> new Verdict.Blocked(rejected(409, error));
    };
  }

  private static Obstacle rejected(int status, ErrorBody error) {
    StringBuilder words = new StringBuilder("OpenTrain rejects the request (").append(status);
    for (String named : new String[] {error.code(), error.reason(), error.detail("field")}) {
      if (named != null) {
        words.append(", ").append(Words.safe(named));
      }
    }
    words.append(')');
    if (error.error() != null) {
      words.append(": ").append(Words.safe(error.error()));
    }
    return obstacle(IncidentCause.REQUEST_REJECTED, words.toString(), null, error);
  }

  private static Verdict blocked(
      IncidentCause cause, String words, @Nullable String url, ErrorBody error) {
    return new Verdict.Blocked(obstacle(cause, words, url, error));
  }

  private static Obstacle obstacle(
      IncidentCause cause, String words, @Nullable String url, ErrorBody error) {
    @Nullable String requestId = error.requestId();
    String where = requestId == null ? "" : " (request " + Words.safe(requestId) + ")";
    return new Obstacle(cause, words + where, Words.link(url));
  }

  private static String scopes(JsonNode scopes) {
    StringBuilder names = new StringBuilder();
    scopes.forEach(scope -> names.append(names.isEmpty() ? "" : ", ").append(scope.asText()));
    return Words.safe(names.toString());
  }
}
