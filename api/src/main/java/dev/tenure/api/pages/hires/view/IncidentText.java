package dev.tenure.api.pages.hires.view;

import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * What people are told of an incident, by its cause.
 *
 * @param lead what is wrong, in one sentence
 * @param best the answer that helps most; null where none does
 * @param fix what the link to where it can be looked at or fixed says
 * @param fixedElsewhere whether it has to be fixed there before an answer helps
 * @param changed whether other terms help more than an answer
 */
record IncidentText(
    String lead, @Nullable Resolution best, String fix, boolean fixedElsewhere, boolean changed) {

  private static final String SEE_IT = "See it on the marketplace";

  static IncidentText of(IncidentDocument incident) {
    String key = incident.milestone();
    String of = key == null ? "" : " for " + key;
    String milestone = key == null ? "A milestone" : "Milestone " + key;
    return switch (incident.cause()) {
      case ACCOUNT_CLAIM_REQUIRED ->
          elsewhere("The account has to be claimed", "Claim the account");
      case PAYMENT_METHOD_REQUIRED ->
          elsewhere("There is no payment method" + of, "Add a payment method");
      case NOT_FIT_CONFIRMATION_REQUIRED ->
          elsewhere("The proposal is marked as not a fit", "Review the proposal");
      case CONTRACT_RATE_MISSING -> elsewhere("The contract has no rate" + of, "Set the rate");
      case TOKEN_REJECTED -> elsewhere("The marketplace rejected the token", "Renew the token");
      case SCOPE_MISSING -> elsewhere("The token lacks a scope", "Add the scope");
      case FEATURE_DISABLED -> elsewhere("The account lacks a feature", "Turn the feature on");
      case REQUEST_REJECTED -> changed("The marketplace rejected the request" + of);
      case NOT_FOUND -> retried("The marketplace does not find it");
      case RATE_LIMITED -> byItself("The marketplace limits the calls");
      case MARKETPLACE_UNREACHABLE -> byItself("Can't reach the marketplace");
      case MILESTONE_IN_DOUBT ->
          answered(milestone + " may or may not have been created", Resolution.ADOPT);
      case APPROVAL_DECLINED -> approval("The approval" + of + " was declined");
      case APPROVAL_EXPIRED -> approval("The approval" + of + " expired");
      case APPROVAL_SUPERSEDED -> approval("The approval" + of + " was superseded");
      case APPROVAL_LOST -> approval("The approval" + of + " can no longer be seen");
      case APPROVAL_STATUS_UNKNOWN ->
          approval("The approval" + of + " has a status that is not known here");
      case TERMS_EDITED -> retried("The terms were edited" + of);
      case BUDGET_EXCEEDED -> changed("The next step" + of + " exceeds the budget");
      case MILESTONE_GONE -> answered(milestone + " is gone from the contract", Resolution.SKIP);
      case WORKFLOW_GONE -> retried("The workflow of the hire is gone");
      case START_REFUSED -> retried("Temporal refused to start the hire");
      case CONTRACT_AFTER_CLOSE ->
          answered("A contract turned up after the hire was closed", Resolution.ABORT);
      case ACCOUNT_UNSERVED -> retried("No worker serves the account");
      case RECORD_REFUSED -> retried("The journal refuses a part of the record");
      case RECORD_LOST -> retried("The journal had lost the hire");
      case PAYMENT_REFUSED -> retried("The signer may not pay" + of);
      case CONTRACT_UNMATCHED -> retried("No Worker accepted" + of);
      case WORKER_WITHDREW -> retried("The Worker withdrew" + of);
      case WORKER_ABSENT -> retried("The Worker delivered nothing" + of);
      case NOTHING_MET -> retried("The dispute found no criterion met" + of);
      // Money moves by itself: it is stopped by a dispute, not by an answer.
      case SILENCE_PAYS ->
          answered(milestone + " will be paid by itself, without a decision", null);
      case DEADLINES_PASSED -> changed("The deadlines" + of + " have passed");
      case UNEXPECTED -> retried("Something unexpected happened" + of);
    };
  }

  private static IncidentText elsewhere(String lead, String fix) {
    return new IncidentText(lead, Resolution.RETRY, fix, true, false);
  }

  private static IncidentText approval(String lead) {
    return new IncidentText(lead, Resolution.RETRY, "See the approval", false, false);
  }

  private static IncidentText retried(String lead) {
    return answered(lead, Resolution.RETRY);
  }

  /** As it stands it would be refused again. */
  private static IncidentText changed(String lead) {
    return new IncidentText(lead, null, SEE_IT, false, true);
  }

  private static IncidentText byItself(String lead) {
    return answered(lead + "; the hire goes on by itself", null);
  }

  private static IncidentText answered(String lead, @Nullable Resolution best) {
    return new IncidentText(lead, best, SEE_IT, false, false);
  }
}
