package dev.tenure.api.web.hires.row;

import dev.tenure.api.web.hires.action.ActionButton;
import dev.tenure.api.web.hires.action.PageAction;
import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Moment;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.api.web.page.Titles;
import dev.tenure.journal.read.IncidentView;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open incident, ready to print. At most one of {@code links} and {@code buttons} is the main
 * one: what helps most where this is the cause.
 *
 * @param lead what is wrong, in one sentence
 * @param links where something can be looked at or fixed
 * @param buttons the answers possible
 */
public record IncidentRow(
    String key,
    String lead,
    String detail,
    @Nullable String milestone,
    Moment opened,
    String hirePath,
    String hireTitle,
    List<Link> links,
    List<Button> buttons) {

  /** A link, on this front or to the marketplace. */
  public record Link(String words, String url, boolean outside, boolean main) {}

  /** An answer. */
  public record Button(ActionButton action, boolean main) {}

  public static IncidentRow of(IncidentView view, RelativeTimes times) {
    return of(view.hireId(), Titles.hire(view), view.incident(), times);
  }

  public static IncidentRow of(
      String hireId, String hireTitle, IncidentDocument incident, RelativeTimes times) {
    Resolution first = first(incident);
    List<Link> links = links(hireId, incident, first);
    List<Button> buttons = new ArrayList<>();
    incident.actions().stream()
        .sorted((one, other) -> Boolean.compare(other == first, one == first))
        .forEach(
            choice ->
                buttons.add(
                    new Button(
                        ActionButton.of(
                            hireId, new PageAction(ActionKind.RESOLVE, incident.id(), choice)),
                        choice == first)));
    return new IncidentRow(
        hireId + "-" + incident.id(),
        lead(incident),
        incident.detail(),
        incident.milestone(),
        times.when(incident.openedAt()),
        Links.hire(hireId),
        hireTitle,
        links,
        List.copyOf(buttons));
  }

  /** The answer that helps most; nothing where something has to be fixed elsewhere first. */
  private static @Nullable Resolution first(IncidentDocument incident) {
    boolean fixable = Links.out(incident.fixUrl()) != null;
    Resolution best =
        switch (incident.cause()) {
          case ACCOUNT_CLAIM_REQUIRED,
              PAYMENT_METHOD_REQUIRED,
              NOT_FIT_CONFIRMATION_REQUIRED,
              CONTRACT_RATE_MISSING,
              TOKEN_REJECTED,
              SCOPE_MISSING,
              FEATURE_DISABLED ->
              fixable ? null : Resolution.RETRY;
          case BUDGET_EXCEEDED -> null;
          case MILESTONE_IN_DOUBT -> Resolution.ADOPT;
          case MILESTONE_GONE -> Resolution.SKIP;
          case CONTRACT_AFTER_CLOSE -> Resolution.ABORT;
          // Money moves by itself: it is stopped by a dispute, not by an answer.
          case SILENCE_PAYS -> null;
          case REQUEST_REJECTED,
              NOT_FOUND,
              RATE_LIMITED,
              MARKETPLACE_UNREACHABLE,
              APPROVAL_DECLINED,
              APPROVAL_EXPIRED,
              APPROVAL_SUPERSEDED,
              APPROVAL_LOST,
              APPROVAL_STATUS_UNKNOWN,
              TERMS_EDITED,
              WORKFLOW_GONE,
              START_REFUSED,
              ACCOUNT_UNSERVED,
              RECORD_REFUSED,
              RECORD_LOST,
              PAYMENT_REFUSED,
              CONTRACT_UNMATCHED,
              WORKER_WITHDREW,
              WORKER_ABSENT,
              NOTHING_MET,
              DEADLINES_PASSED,
              UNEXPECTED ->
              Resolution.RETRY;
        };
    if (best == null || incident.actions().isEmpty()) {
      return null;
    }
    return incident.actions().contains(best) ? best : incident.actions().getFirst();
  }

  private static List<Link> links(
      String hireId, IncidentDocument incident, @Nullable Resolution first) {
    List<Link> links = new ArrayList<>();
    if (incident.cause() == IncidentCause.BUDGET_EXCEEDED) {
      links.add(new Link("Change the budget", Links.hire(hireId) + "/change", false, true));
    }
    String out = Links.out(incident.fixUrl());
    if (out != null) {
      boolean main = first == null && links.isEmpty();
      links.add(new Link(fix(incident.cause()), out, true, main));
    }
    return List.copyOf(links);
  }

  private static String fix(IncidentCause cause) {
    return switch (cause) {
      case ACCOUNT_CLAIM_REQUIRED -> "Claim the account";
      case PAYMENT_METHOD_REQUIRED -> "Add a payment method";
      case NOT_FIT_CONFIRMATION_REQUIRED -> "Review the proposal";
      case CONTRACT_RATE_MISSING -> "Set the rate";
      case TOKEN_REJECTED -> "Renew the token";
      case SCOPE_MISSING -> "Add the scope";
      case FEATURE_DISABLED -> "Turn the feature on";
      case APPROVAL_DECLINED,
          APPROVAL_EXPIRED,
          APPROVAL_SUPERSEDED,
          APPROVAL_LOST,
          APPROVAL_STATUS_UNKNOWN ->
          "See the approval";
      case REQUEST_REJECTED,
          NOT_FOUND,
          RATE_LIMITED,
          MARKETPLACE_UNREACHABLE,
          MILESTONE_IN_DOUBT,
          TERMS_EDITED,
          BUDGET_EXCEEDED,
          MILESTONE_GONE,
          WORKFLOW_GONE,
          START_REFUSED,
          CONTRACT_AFTER_CLOSE,
          ACCOUNT_UNSERVED,
          RECORD_REFUSED,
          RECORD_LOST,
          PAYMENT_REFUSED,
          CONTRACT_UNMATCHED,
          WORKER_WITHDREW,
          WORKER_ABSENT,
          NOTHING_MET,
          SILENCE_PAYS,
          DEADLINES_PASSED,
          UNEXPECTED ->
          "See it on the marketplace";
    };
  }

  private static String lead(IncidentDocument incident) {
    String of = incident.milestone() == null ? "" : " for " + incident.milestone();
    String milestone =
        incident.milestone() == null ? "A milestone" : "Milestone " + incident.milestone();
    return switch (incident.cause()) {
      case ACCOUNT_CLAIM_REQUIRED -> "The account has to be claimed";
      case PAYMENT_METHOD_REQUIRED -> "There is no payment method" + of;
      case NOT_FIT_CONFIRMATION_REQUIRED -> "The proposal is marked as not a fit";
      case CONTRACT_RATE_MISSING -> "The contract has no rate" + of;
      case TOKEN_REJECTED -> "The marketplace rejected the token";
      case SCOPE_MISSING -> "The token lacks a scope";
      case FEATURE_DISABLED -> "The account lacks a feature";
      case REQUEST_REJECTED -> "The marketplace rejected the request" + of;
      case NOT_FOUND -> "The marketplace does not find it";
      case RATE_LIMITED -> "The marketplace limits the calls";
      case MARKETPLACE_UNREACHABLE -> "Can't reach the marketplace";
      case MILESTONE_IN_DOUBT -> milestone + " may or may not have been created";
      case APPROVAL_DECLINED -> "The approval" + of + " was declined";
      case APPROVAL_EXPIRED -> "The approval" + of + " expired";
      case APPROVAL_SUPERSEDED -> "The approval" + of + " was superseded";
      case APPROVAL_LOST -> "The approval" + of + " can no longer be seen";
      case APPROVAL_STATUS_UNKNOWN -> "The approval" + of + " has a status that is not known here";
      case TERMS_EDITED -> "The terms were edited" + of;
      case BUDGET_EXCEEDED -> "The next step" + of + " exceeds the budget";
      case MILESTONE_GONE -> milestone + " is gone from the contract";
      case WORKFLOW_GONE -> "The workflow of the hire is gone";
      case START_REFUSED -> "Temporal refused to start the hire";
      case CONTRACT_AFTER_CLOSE -> "A contract turned up after the hire was closed";
      case ACCOUNT_UNSERVED -> "No worker serves the account";
      case RECORD_REFUSED -> "The journal refuses a part of the record";
      case RECORD_LOST -> "The journal had lost the hire";
      case PAYMENT_REFUSED -> "The signer may not pay" + of;
      case CONTRACT_UNMATCHED -> "No Worker accepted" + of;
      case WORKER_WITHDREW -> "The Worker withdrew" + of;
      case WORKER_ABSENT -> "The Worker delivered nothing" + of;
      case NOTHING_MET -> "The dispute found no criterion met" + of;
      case SILENCE_PAYS -> milestone + " will be paid by itself, without a decision";
      case DEADLINES_PASSED -> "The deadlines" + of + " have passed";
      case UNEXPECTED -> "Something unexpected happened" + of;
    };
  }
}
