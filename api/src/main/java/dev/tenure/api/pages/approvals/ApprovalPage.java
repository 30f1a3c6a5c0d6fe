package dev.tenure.api.pages.approvals;

import dev.tenure.api.approvals.DeclineEffect;
import dev.tenure.api.approvals.KnownTerms;
import dev.tenure.api.pages.form.Form;
import dev.tenure.api.pages.form.FormField;
import dev.tenure.api.pages.form.FormFieldType;
import dev.tenure.api.pages.hires.view.ApprovalRow;
import dev.tenure.api.pages.shared.Fact;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.api.pages.shared.RelativeTimes;
import dev.tenure.api.pages.shared.RelativeTimes.Moment;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ApprovalDecision;
import dev.tenure.model.hire.ApprovalTerms;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.plan.Durations;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approval that is decided here, in words for people.
 *
 * @param next the approval that is pending in its place, once it is final
 * @param mayDecide whether whoever looks may decide it now
 * @param key makes a form that is sent twice the same decision
 * @param form what may be filled in, and why it was not carried out a moment ago
 */
record ApprovalPage(
    ApprovalRow row,
    HireView hire,
    @Nullable ApprovalRow next,
    boolean mayDecide,
    String key,
    Form form) {

  private static final int LONGEST_REASON = 1000;

  private static final String NOTHING = "A no creates nothing and pays nothing; ";

  /** What may be filled in, with nothing typed yet. */
  static Form blank() {
    FormField reason =
        FormField.of("/reason", "Reason", FormFieldType.AREA)
            .upTo(LONGEST_REASON)
            .hinting("May stay empty; it is kept with the decision.");
    return Form.of(List.of(new Form.Group(null, null, List.of(reason))));
  }

  /** Whether it keeps itself up to date; what a refusal says stays until it is read. */
  public boolean live() {
    return form.errors().isEmpty();
  }

  /** What it is about; absent where that is not known any more. */
  public @Nullable ApprovalTerms terms() {
    return KnownTerms.of(row.approval(), hire).orElse(null);
  }

  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    Moment until = new RelativeTimes(Instant.now()).when(row.approval().expiresAt());
    facts.add(new Fact("Decide until", until.words(), until.distance()));
    ApprovalTerms terms = terms();
    if (terms != null) {
      String worker = terms.worker();
      facts.add(new Fact("Milestone", milestone(terms)));
      facts.add(new Fact("Price", Glossary.money(terms.price())));
      facts.add(new Fact("Worker", worker == null ? "open tender: whoever accepts first" : worker));
      WorkingContractDocument contract = terms.contract();
      if (contract != null && contract.delivery() != null) {
        facts.add(new Fact("Delivery", contract.delivery()));
      }
      deadlines(facts, terms.openContract(), contract);
    }
    return List.copyOf(facts);
  }

  private String milestone(ApprovalTerms terms) {
    String key = String.valueOf(row.approval().milestone());
    return terms.name() == null ? key : key + " (" + terms.name() + ")";
  }

  private static void deadlines(
      List<Fact> facts, OpenContractMilestone terms, @Nullable WorkingContractDocument contract) {
    if (contract != null) {
      facts.add(new Fact("Review until", RelativeTimes.words(contract.reviewDeadline())));
    } else if (terms.deadlines() != null) {
      facts.add(new Fact("Match by", RelativeTimes.words(terms.deadlines().match())));
      facts.add(new Fact("Delivery by", RelativeTimes.words(terms.deadlines().delivery())));
      facts.add(new Fact("Review until", RelativeTimes.words(terms.deadlines().review())));
    } else {
      facts.add(new Fact("Match within", after(terms.matchWithin(), "the creation")));
      facts.add(new Fact("Delivery within", after(terms.deliverWithin(), "the match deadline")));
      facts.add(new Fact("Review within", after(terms.reviewWithin(), "the delivery deadline")));
    }
    if (terms.supplementaryMaterials() != null) {
      facts.add(new Fact("Materials", terms.supplementaryMaterials()));
    }
  }

  private static String after(Duration within, String moment) {
    return Durations.words(within) + " after " + moment;
  }

  /** Who decided it, and how, once it is final. */
  public @Nullable String decided() {
    if (row.approval().pending()) {
      return null;
    }
    ApprovalDecision decision = row.approval().decision();
    String how = Glossary.words(row.approval().status());
    return decision == null
        ? how + "."
        : how
            + " by "
            + decision.decidedBy()
            + ", "
            + RelativeTimes.words(decision.decidedAt())
            + (decision.reason() == null ? "." : ": " + decision.reason());
  }

  /** What a yes causes. */
  public String yes() {
    return row.yes();
  }

  /** What a no causes. */
  public String no() {
    return switch (DeclineEffect.of(row.view())) {
      case DISPUTE_ASKED ->
          "A no asks for a dispute of the delivery, by an approval of its own, since a bond is at"
              + " risk. Without a dispute "
              + paid();
      case PAID_BY_SILENCE -> "A no leaves the delivery undisputed: " + paid();
      case ASKED_AGAIN -> NOTHING + "the same is asked again.";
      case HIRE_WAITS -> NOTHING + "the hire waits for your answer to an incident.";
      case HIRE_CLOSES, CONTRACT_ENDS -> NOTHING + "the hire is closed.";
    };
  }

  /** What no answer causes. */
  public String silence() {
    return switch (row.approval().kind()) {
      case MILESTONE_APPROVE ->
          disputed()
              ? "Without an answer a dispute is asked for in time. Without a yes to that " + paid()
              : "Without an answer " + paid();
      case MILESTONE_DISPUTE -> "Without an answer " + paid();
      case MILESTONE_FUND, PROPOSAL_HIRE, CONTRACT_END ->
          "Without an answer nothing is created, and the approval expires.";
    };
  }

  /** By the hire's rule, unless this very approval is open until it is too late for one. */
  private boolean disputed() {
    OpenContractTerms rules = hire.row().terms().openContract();
    ApprovalTerms terms = terms();
    return rules != null
        && rules.onSilence() == OnSilence.DISPUTE
        && terms != null
        && terms.contract() != null
        && row.approval()
            .expiresAt()
            .isBefore(terms.contract().reviewDeadline().minus(rules.reviewMargin()));
  }

  /** Silence is a yes to the marketplace. */
  private String paid() {
    ApprovalTerms terms = terms();
    WorkingContractDocument contract = terms == null ? null : terms.contract();
    return contract == null
        ? "the Worker is paid at the review deadline."
        : Glossary.money(contract.escrowed())
            + " is paid to the Worker at "
            + RelativeTimes.words(contract.reviewDeadline())
            + ".";
  }
}
