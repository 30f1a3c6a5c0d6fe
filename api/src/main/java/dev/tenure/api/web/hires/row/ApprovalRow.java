package dev.tenure.api.web.hires.row;

import dev.tenure.api.approvals.DeclineEffect;
import dev.tenure.api.web.page.Glossary;
import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Moment;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.api.web.page.Titles;
import dev.tenure.journal.read.ApprovalInbox;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An approval, ready to print.
 *
 * @param what such as “Fund m2”
 * @param total what a yes moves, estimated fees included
 * @param parts what the total is made of, where there is more than one part
 * @param yes what a yes would cause
 * @param no what a no would cause
 * @param decline whether it should be declined, since the hire or the contract is given up
 * @param button what the link to the page says
 * @param url the page on which a person decides
 * @param here whether that is one of ours, and not the marketplace's
 */
public record ApprovalRow(
    String id,
    String what,
    @Nullable String milestone,
    @Nullable String description,
    String status,
    boolean pending,
    String hirePath,
    String hireTitle,
    @Nullable String proposal,
    String account,
    @Nullable String job,
    String total,
    @Nullable String parts,
    String yes,
    String no,
    boolean decline,
    String button,
    @Nullable String url,
    boolean here,
    int attempt,
    Moment deadline,
    @Nullable Moment resolved) {

  public static ApprovalRow of(ApprovalInbox.Item item, RelativeTimes times) {
    return of(item.approval(), item.approval().hireStatus(), item.jobId(), item.milestone(), times);
  }

  public static ApprovalRow of(ApprovalView view, HireView hire, RelativeTimes times) {
    MilestoneDocument milestone = hire.milestone(view.approval().milestone()).orElse(null);
    return of(view, hire.document().status(), hire.document().jobId(), milestone, times);
  }

  private static ApprovalRow of(
      ApprovalView view,
      HireStatus hire,
      @Nullable String job,
      @Nullable MilestoneDocument milestone,
      RelativeTimes times) {
    ApprovalDocument approval = view.approval();
    boolean decline = decline(approval, hire);
    boolean here = approval.termsDigest() != null;
    return new ApprovalRow(
        approval.id(),
        what(approval),
        milestone == null ? null : milestone.name(),
        milestone == null ? null : milestone.description(),
        Glossary.approval(approval.status()),
        approval.pending(),
        Links.hire(view.hireId()),
        Titles.hire(view),
        view.proposalId(),
        view.account(),
        job,
        Glossary.money(total(approval)),
        parts(approval),
        decline ? declined(approval) : confirmed(approval),
        Glossary.ifDeclined(DeclineEffect.of(view)),
        decline,
        decline ? "Decline it" : "Decide",
        here ? Links.approval(approval.id()) : Links.out(approval.url()),
        here,
        approval.attempt(),
        times.when(approval.expiresAt()),
        approval.resolvedAt() == null ? null : times.when(approval.resolvedAt()));
  }

  public static String what(ApprovalDocument approval) {
    String kind = Glossary.approval(approval.kind());
    return approval.milestone() == null ? kind : kind + " " + approval.milestone();
  }

  /** What a yes moves: fees are charged on top where money goes into escrow. */
  public static @Nullable Money total(ApprovalDocument approval) {
    Money amount = approval.amount();
    return amount == null || approval.feesEstimated() == null
        ? amount
        : amount.plus(approval.feesEstimated());
  }

  /** Of a hire that is cancelled, and of a contract that is ended, nothing new should be paid. */
  public static boolean decline(ApprovalDocument approval, HireStatus hire) {
    return approval.pending()
        && switch (approval.kind()) {
          case PROPOSAL_HIRE -> hire == HireStatus.CANCELLING;
          case MILESTONE_FUND -> hire == HireStatus.CANCELLING || hire == HireStatus.ENDING;
          case MILESTONE_APPROVE, MILESTONE_DISPUTE, CONTRACT_END -> false;
        };
  }

  private static @Nullable String parts(ApprovalDocument approval) {
    if (approval.kind() == ApprovalKind.MILESTONE_APPROVE) {
      return "from escrow";
    }
    if (approval.kind() == ApprovalKind.MILESTONE_DISPUTE) {
      return "bond, at risk";
    }
    return approval.feesEstimated() == null
        ? null
        : Glossary.money(approval.amount())
            + " + "
            + Glossary.money(approval.feesEstimated())
            + " fees, estimated";
  }

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

  public static String declined(ApprovalDocument approval) {
    String charged =
        Glossary.money(Objects.requireNonNullElse(total(approval), Money.zero(Money.USD)));
    return approval.kind() == ApprovalKind.PROPOSAL_HIRE
        ? "The hire is being cancelled. A yes would still charge "
            + charged
            + " and sign a contract, which would then be ended again."
        : "The contract is being ended. A yes would still charge " + charged + ".";
  }
}
