package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** Why the engine needs a person. */
public enum IncidentCause implements WireName {
  /** The marketplace account has not been claimed. */
  @JsonProperty("account_claim_required")
  ACCOUNT_CLAIM_REQUIRED,
  /** No card on file and too few credits. */
  @JsonProperty("payment_method_required")
  PAYMENT_METHOD_REQUIRED,
  /** The proposal was marked as not a fit; only a person may override that. */
  @JsonProperty("not_fit_confirmation_required")
  NOT_FIT_CONFIRMATION_REQUIRED,
  /** The contract has no rate to price a milestone by. */
  @JsonProperty("contract_rate_missing")
  CONTRACT_RATE_MISSING,
  /** The marketplace refused the token. */
  @JsonProperty("token_rejected")
  TOKEN_REJECTED,
  /** The token lacks a scope. */
  @JsonProperty("scope_missing")
  SCOPE_MISSING,
  /** The account lacks a feature. */
  @JsonProperty("feature_disabled")
  FEATURE_DISABLED,
  /** The marketplace calls the request itself wrong. */
  @JsonProperty("request_rejected")
  REQUEST_REJECTED,
  /** Something that must exist cannot be seen. */
  @JsonProperty("not_found")
  NOT_FOUND,
  /** The marketplace takes no more calls for now; tried again more and more rarely. */
  @JsonProperty("rate_limited")
  RATE_LIMITED,
  /** The marketplace has not answered for a while; retried slowly. */
  @JsonProperty("marketplace_unreachable")
  MARKETPLACE_UNREACHABLE,
  /** It is not certain whether a milestone was created; never tried twice. */
  @JsonProperty("milestone_in_doubt")
  MILESTONE_IN_DOUBT,
  /** A person declined; asked again only on command. */
  @JsonProperty("approval_declined")
  APPROVAL_DECLINED,
  /** Nobody decided in time, as often as the policy allows. */
  @JsonProperty("approval_expired")
  APPROVAL_EXPIRED,
  /** Somebody else replaced our request. */
  @JsonProperty("approval_superseded")
  APPROVAL_SUPERSEDED,
  /** Our approval can no longer be seen, and its goal was not reached. */
  @JsonProperty("approval_lost")
  APPROVAL_LOST,
  /** The marketplace reports an approval status that is not known here. */
  @JsonProperty("approval_status_unknown")
  APPROVAL_STATUS_UNKNOWN,
  /** People changed the terms and the policy asks for a hold. */
  @JsonProperty("terms_edited")
  TERMS_EDITED,
  /** The next step would go above the budget cap. */
  @JsonProperty("budget_exceeded")
  BUDGET_EXCEEDED,
  /** A milestone was cancelled or refunded in the app. */
  @JsonProperty("milestone_gone")
  MILESTONE_GONE,
  /** The workflow was terminated or is otherwise gone while the hire was open. */
  @JsonProperty("workflow_gone")
  WORKFLOW_GONE,
  /** The workflow service refused to start the hire. */
  @JsonProperty("start_refused")
  START_REFUSED,
  /** No worker serves the hire's account any more. */
  @JsonProperty("account_unserved")
  ACCOUNT_UNSERVED,
  /** The journal's database does not take part of what the hire tells. */
  @JsonProperty("record_refused")
  RECORD_REFUSED,
  /** The journal had lost the hire while its workflow ran. */
  @JsonProperty("record_lost")
  RECORD_LOST,
  /** A contract turned up although the hire was closed. */
  @JsonProperty("contract_after_close")
  CONTRACT_AFTER_CLOSE,
  /**
   * The signer may not pay what is asked: a limit, or a quote that does not fit. Nothing was
   * signed.
   */
  @JsonProperty("payment_refused")
  PAYMENT_REFUSED,
  /** Nobody accepted the Working Contract in time, or its Worker declined; it was refunded. */
  @JsonProperty("contract_unmatched")
  CONTRACT_UNMATCHED,
  /** The Worker withdrew before the work was done; it was refunded. */
  @JsonProperty("worker_withdrew")
  WORKER_WITHDREW,
  /** The Worker delivered nothing in time; it was refunded. */
  @JsonProperty("worker_absent")
  WORKER_ABSENT,
  /** The dispute found that no criterion was met; it was refunded. */
  @JsonProperty("nothing_met")
  NOTHING_MET,
  /** A delivery is paid by silence at a moment that is near. */
  @JsonProperty("silence_pays")
  SILENCE_PAYS,
  /** Deadlines that were given have passed before the Working Contract could be created. */
  @JsonProperty("deadlines_passed")
  DEADLINES_PASSED,
  /** Something that no rule foresees. */
  @JsonProperty("unexpected")
  UNEXPECTED;

  /** Whether the marketplace itself answers a call with it, so that only a person can mend it. */
  public boolean obstacle() {
    return switch (this) {
      case ACCOUNT_CLAIM_REQUIRED,
          PAYMENT_METHOD_REQUIRED,
          NOT_FIT_CONFIRMATION_REQUIRED,
          CONTRACT_RATE_MISSING,
          TOKEN_REJECTED,
          SCOPE_MISSING,
          FEATURE_DISABLED,
          REQUEST_REJECTED,
          NOT_FOUND,
          RATE_LIMITED,
          PAYMENT_REFUSED ->
          true;
      case MARKETPLACE_UNREACHABLE,
          MILESTONE_IN_DOUBT,
          APPROVAL_DECLINED,
          APPROVAL_EXPIRED,
          APPROVAL_SUPERSEDED,
          APPROVAL_LOST,
          APPROVAL_STATUS_UNKNOWN,
          TERMS_EDITED,
          BUDGET_EXCEEDED,
          MILESTONE_GONE,
          WORKFLOW_GONE,
          START_REFUSED,
          ACCOUNT_UNSERVED,
          RECORD_REFUSED,
          RECORD_LOST,
          CONTRACT_AFTER_CLOSE,
          CONTRACT_UNMATCHED,
          WORKER_WITHDREW,
          WORKER_ABSENT,
          NOTHING_MET,
          SILENCE_PAYS,
          DEADLINES_PASSED,
          UNEXPECTED ->
          false;
    };
  }
}
