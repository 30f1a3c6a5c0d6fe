package dev.tenure.api.web.approvals;

import dev.tenure.api.approvals.ApprovalSubject;
import dev.tenure.api.web.hires.row.ApprovalRow;
import dev.tenure.api.web.page.Fact;
import dev.tenure.api.web.page.Glossary;
import dev.tenure.api.web.page.Moment;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ApprovalDecision;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.plan.Durations;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.Then;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approval that is decided here, ready to print.
 *
 * @param yes what a yes causes
 * @param no what a no causes
 * @param silence what no answer causes
 * @param decided who decided it, and how, once it is final
 * @param mayDecide whether whoever looks may decide it now
 * @param termsDigest of the terms that are shown
 * @param key makes a form that is sent twice the same decision
 * @param reason as it was typed
 * @param error why it was not carried out
 */
record ApprovalPage(
    ApprovalRow approval,
    List<Fact> facts,
    List<String> criteria,
    String yes,
    String no,
    String silence,
    @Nullable String decided,
    boolean mayDecide,
    String path,
    String termsDigest,
    String key,
    String reason,
    @Nullable String error) {

  static ApprovalPage of(
      ApprovalView view,
      HireView hire,
      boolean mayDecide,
      String key,
      String reason,
      @Nullable String error) {
    var times = new RelativeTimes(Instant.now());
    ApprovalDocument approval = view.approval();
    ApprovalSubject about = ApprovalSubject.of(approval, hire).orElse(null);
    OpenContractMilestone terms = about == null ? null : about.milestone().openContract();
    var words = new Words(view, hire, about, times);
    return new ApprovalPage(
        ApprovalRow.of(view, hire, times),
        facts(approval, about, times),
        terms == null ? List.of() : terms.acceptanceCriteria(),
        ApprovalRow.confirmed(approval),
        words.no(),
        words.silence(),
        decided(approval, times),
        mayDecide && approval.pending(),
        approval.url(),
        String.valueOf(approval.termsDigest()),
        key,
        reason,
        error);
  }

  private static List<Fact> facts(
      ApprovalDocument approval, @Nullable ApprovalSubject about, RelativeTimes times) {
    List<Fact> facts = new ArrayList<>();
    Moment until = times.when(approval.expiresAt());
    facts.add(new Fact("Decide until", until.words(), until.distance()));
    if (about != null) {
      MilestoneDocument milestone = about.milestone();
      String worker = about.worker();
      facts.add(new Fact("Milestone", milestone.title()));
      facts.add(new Fact("Price", Glossary.money(milestone.amount())));
      facts.add(new Fact("Worker", worker == null ? "open tender: whoever accepts first" : worker));
      WorkingContractDocument contract = about.contract();
      if (contract != null && contract.delivery() != null) {
        facts.add(new Fact("Delivery", contract.delivery()));
      }
      if (milestone.openContract() != null) {
        deadlines(facts, milestone.openContract(), contract, times);
      }
    }
    return List.copyOf(facts);
  }

  private static String after(Duration within, String moment) {
    return Durations.words(within) + " after " + moment;
  }

  private static void deadlines(
      List<Fact> facts,
      OpenContractMilestone terms,
      @Nullable WorkingContractDocument contract,
      RelativeTimes times) {
    if (contract != null) {
      facts.add(new Fact("Review until", times.when(contract.reviewDeadline()).words()));
    } else if (terms.deadlines() != null) {
      facts.add(new Fact("Match by", times.when(terms.deadlines().match()).words()));
      facts.add(new Fact("Delivery by", times.when(terms.deadlines().delivery()).words()));
      facts.add(new Fact("Review until", times.when(terms.deadlines().review()).words()));
    } else {
      facts.add(new Fact("Match within", after(terms.matchWithin(), "the creation")));
      facts.add(new Fact("Delivery within", after(terms.deliverWithin(), "the match deadline")));
      facts.add(new Fact("Review within", after(terms.reviewWithin(), "the delivery deadline")));
    }
    if (terms.supplementaryMaterials() != null) {
      facts.add(new Fact("Materials", terms.supplementaryMaterials()));
    }
  }

  private static @Nullable String decided(ApprovalDocument approval, RelativeTimes times) {
    if (approval.pending()) {
      return null;
    }
    ApprovalDecision decision = approval.decision();
    String how = Glossary.approval(approval.status());
    return decision == null
        ? how + "."
        : how
            + " by "
            + decision.decidedBy()
            + ", "
            + times.when(decision.decidedAt()).words()
            + (decision.reason() == null ? "." : ": " + decision.reason());
  }

  /** What follows from a no and from no answer. */
  private record Words(
      ApprovalView view, HireView hire, @Nullable ApprovalSubject about, RelativeTimes times) {

    String no() {
      return switch (view.approval().kind()) {
        case MILESTONE_APPROVE ->
            "A no asks for a dispute of the delivery, by an approval of its own, since a bond is at"
                + " risk. Without a dispute "
                + paid();
        case MILESTONE_DISPUTE -> "A no leaves the delivery undisputed: " + paid();
        case MILESTONE_FUND, PROPOSAL_HIRE, CONTRACT_END ->
            "A no creates nothing and pays nothing; "
                + (view.declined() < view.onDeclined().reRequest()
                    ? "the same is asked again."
                    : view.onDeclined().then() == Then.HOLD
                        ? "the hire waits for your answer to an incident."
                        : "the hire is closed.");
      };
    }

    String silence() {
      OpenContractTerms terms = hire.row().terms().openContract();
      return switch (view.approval().kind()) {
        case MILESTONE_APPROVE ->
            terms != null && terms.onSilence() == OnSilence.DISPUTE
                ? "Without an answer a dispute is asked for in time."
                : "Without an answer " + paid();
        case MILESTONE_DISPUTE -> "Without an answer " + paid();
        case MILESTONE_FUND, PROPOSAL_HIRE, CONTRACT_END ->
            "Without an answer nothing is created, and the approval expires.";
      };
    }

    /** Silence is a yes to the marketplace. */
    private String paid() {
      WorkingContractDocument contract = about == null ? null : about.contract();
      return contract == null
          ? "the Worker is paid at the review deadline."
          : Glossary.money(contract.escrowed())
              + " is paid to the Worker at "
              + times.when(contract.reviewDeadline()).words()
              + ".";
    }
  }
}
