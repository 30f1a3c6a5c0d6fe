package dev.tenure.api.plans;

import dev.tenure.model.plan.HirePlan;
import dev.tenure.workflows.accounts.ProposalFacts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the proposal can be hired from. */
record ProposalChecks(Checks checks, ProposalFacts proposal, HirePlan plan) {

  /** Every check of this kind, for a preflight that nobody could look for. */
  private static final List<String> NAMES =
      List.of("proposal", "proposal_open", "proposal_fit", "not_hired");

  /** Of the last two other checks tell. */
  private static final Set<String> OPEN =
      Set.of("UNREVIEWED", "SHORTLISTED", "MAYBE", "RESUME_SENT", "NOT_A_FIT", "HIRED");

  static void unseen(Checks checks, String words, @Nullable String fix) {
    NAMES.forEach(name -> checks.unknown(name, words, fix));
  }

  void run() {
    switch (proposal.sight()) {
      case SEEN -> seen();
      case NOT_FOUND -> missing("There is no proposal " + plan.proposalId() + ".", "Check its id.");
      case NOT_OURS ->
          missing(
              "Proposal " + plan.proposalId() + " is on another account's job.",
              "Hire with the account that owns the job.");
      case UNREADABLE ->
          unseen(
              checks,
              "The proposal could not be read: " + String.valueOf(proposal.trouble()) + ".",
              null);
    }
  }

  private void missing(String words, String fix) {
    checks.red("proposal", words, fix);
    NAMES.stream().skip(1).forEach(name -> checks.unknown(name, "There is nothing to see.", null));
  }

  private void seen() {
    checks.green("proposal", "Proposal " + plan.proposalId() + " exists.");
    @Nullable String status =
        proposal.status() == null ? null : proposal.status().toUpperCase(Locale.ROOT);
    if (status == null) {
      checks.unknown("proposal_open", "The marketplace did not tell its status.", null);
    } else if (OPEN.contains(status)) {
      checks.green("proposal_open", "The proposal is open.");
    } else {
      checks.red(
          "proposal_open",
          "The proposal reads " + status + ".",
          "A person may have to take that back in OpenTrain's app.");
    }
    fit("NOT_A_FIT".equals(status));
    hired(status);
  }

  private void fit(boolean unfit) {
    if (!unfit) {
      checks.green("proposal_fit", "The proposal is not marked as not a fit.");
    } else if (plan.confirmNotFitOverride()) {
      checks.green(
          "proposal_fit",
          "The proposal is marked as not a fit, and that is overridden on purpose.");
    } else {
      checks.red(
          "proposal_fit",
          "The proposal is marked as not a fit.",
          "Send confirmNotFitOverride if that is meant.");
    }
  }

  private void hired(@Nullable String status) {
    if (proposal.contractId() == null && !"HIRED".equals(status)) {
      checks.green("not_hired", "Nobody was hired from the proposal yet.");
    } else {
      checks.red(
          "not_hired",
          "The proposal was hired from already"
              + (proposal.contractId() == null ? "." : ": contract " + proposal.contractId() + "."),
          "Choose another proposal; a hire of this one would adopt the contract that exists.");
    }
  }
}
