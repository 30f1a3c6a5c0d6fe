package dev.tenure.api.pages.hires.view;

import dev.tenure.api.approvals.ConfirmEffect;
import dev.tenure.api.approvals.DeclineEffect;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.api.pages.shared.Links;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An approval, in words for people.
 *
 * @param milestone that it is about; absent for the end of a contract
 * @param jobId the marketplace's job, once it is known
 */
public record ApprovalRow(
    ApprovalView view, @Nullable MilestoneDocument milestone, @Nullable String jobId) {

  public static ApprovalRow of(ApprovalView view, HireView hire) {
    MilestoneDocument milestone = hire.milestone(view.approval().milestone()).orElse(null);
    return new ApprovalRow(view, milestone, hire.document().jobId());
  }

  public ApprovalDocument approval() {
    return view.approval();
  }

  /** Such as “Fund m2”. */
  public String what() {
    return what(approval());
  }

  public static String what(ApprovalDocument approval) {
    String kind = Glossary.approval(approval.kind());
    return approval.milestone() == null ? kind : kind + " " + approval.milestone();
  }

  public String total() {
    return Glossary.money(total(approval()));
  }

  /** What a yes moves: fees are charged on top where money goes into escrow. */
  public static @Nullable Money total(ApprovalDocument approval) {
    Money amount = approval.amount();
    return amount == null || approval.feesEstimated() == null
        ? amount
        : amount.plus(approval.feesEstimated());
  }

  /** What the total is made of, where there is more than one part. */
  public @Nullable String parts() {
    return switch (approval().kind()) {
      case MILESTONE_APPROVE -> "from escrow";
      case MILESTONE_DISPUTE -> "bond, at risk";
      case PROPOSAL_HIRE, MILESTONE_FUND, CONTRACT_END ->
          approval().feesEstimated() == null
              ? null
              : Glossary.money(approval().amount())
                  + " + "
                  + Glossary.money(approval().feesEstimated())
                  + " fees, estimated";
    };
  }

  /**
   * Whether it should be declined: of a hire that is cancelled, and of a contract that is ended,
   * nothing new should be paid.
   */
  public boolean decline() {
    return approval().pending() && ConfirmEffect.of(view) != ConfirmEffect.CARRIED_OUT;
  }

  /** What a yes would cause. */
  public String yes() {
    if (!decline()) {
      return confirmed(approval());
    }
    String charged = total();
    return ConfirmEffect.of(view) == ConfirmEffect.CHARGED_THEN_ENDED
        ? "The hire is being cancelled. A yes would still charge "
            + charged
            + " and sign a contract, which would then be ended again."
        : "The contract is being ended. A yes would still charge " + charged + ".";
  }

  /** What a no would cause. */
  public String no() {
    return Glossary.ifDeclined(DeclineEffect.of(view));
  }

  /** Whether the page on which a person decides is one of ours, and not the marketplace's. */
  public boolean here() {
    return approval().termsDigest() != null;
  }

  /** The page on which a person decides. */
  public @Nullable String url() {
    return here() ? Links.approval(approval().id()) : Links.out(approval().url());
  }

  /** What the link to it says. */
  public String button() {
    return decline() ? "Decline it" : "Decide";
  }

  /** What a yes causes where nothing speaks against it. */
  public static String confirmed(ApprovalDocument approval) {
    String amount = Glossary.money(approval.amount());
    return switch (approval.kind()) {
      case PROPOSAL_HIRE -> "A yes signs the contract and puts " + amount + " into escrow.";
      case MILESTONE_FUND ->
          approval.termsDigest() == null
              ? "A yes puts " + amount + " into escrow."
              : "A yes creates the Working Contract and pays " + amount + " into its escrow.";
      case MILESTONE_APPROVE ->
          "A yes pays "
              + amount
              + (approval.termsDigest() == null ? " to the trainer." : " to the Worker.");
      case MILESTONE_DISPUTE ->
          "A yes disputes the delivery and puts a bond of " + amount + " at risk.";
      case CONTRACT_END -> "A yes ends the contract and settles what is in escrow.";
    };
  }
}
