package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.shared.Fact;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.Fees;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.FundWhen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an action brings about, in numbers, ready to print.
 *
 * @param warnings what a person might regret
 */
public record Consequences(List<Fact> facts, List<String> warnings) {

  static final Consequences NONE = new Consequences(List.of(), List.of());

  static Consequences of(PageAction action, HireMoney money) {
    var reader = new Reader(money);
    MilestoneDocument milestone = reader.milestone(action.target());
    return switch (action.kind()) {
      case RELEASE -> milestone == null ? NONE : reader.release(milestone);
      case FUND -> milestone == null ? NONE : reader.fund(milestone);
      case DROP -> milestone == null ? NONE : reader.drop(milestone);
      case END -> reader.end();
      case CANCEL -> reader.cancel();
      case RESOLVE -> reader.answer(action);
      case DISPUTE -> milestone == null ? NONE : reader.dispute(milestone);
      case PAUSE, RESUME, ADD_MILESTONE, CHANGE -> NONE;
    };
  }

  /** Reads them off the hire. */
  private static final class Reader {

    private final HireMoney money;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Reader(HireMoney money) {
      this.money = money;
    }

    @Nullable MilestoneDocument milestone(@Nullable String key) {
      return money.hire().milestone(key).orElse(null);
    }

    Consequences release(MilestoneDocument milestone) {
      add(money.payee(), milestone.amount(), null);
      add("Left in escrow afterwards", money.inEscrow().minus(milestone.amount()), null);
      if (milestone.state() == MilestoneState.FUNDED && !money.hire().openContract()) {
        warnings.add(
            milestone.key()
                + " is not delivered: the trainer has not requested the payout. A payment that a"
                + " person confirms cannot be taken back.");
      }
      return found();
    }

    Consequences fund(MilestoneDocument milestone) {
      Money fees =
          money.hire().openContract()
              ? Money.zero(milestone.amount().currency())
              : Fees.ofFunding(milestone.amount());
      Money after = money.spent().plus(money.pendingCharge()).plus(milestone.amount()).plus(fees);
      Money cap = money.totals().cap();
      add("Into escrow", milestone.amount(), null);
      add("Fees, estimated", fees, null);
      add(
          "Spent and pending afterwards",
          after,
          cap == null ? "there is no cap" : "of the budget of " + Glossary.money(cap));
      if (cap != null && after.compareTo(cap) > 0) {
        warnings.add("That is above the budget of " + Glossary.money(cap) + ".");
      }
      return found();
    }

    Consequences dispute(MilestoneDocument milestone) {
      add("Stays in escrow until the votes are in", milestone.amount(), null);
      warnings.add(
          "The bond is lost if the votes find every criterion met; how much it is stands in the"
              + " approval.");
      return found();
    }

    Consequences drop(MilestoneDocument milestone) {
      add("Not spent", milestone.amount(), money.hire().openContract() ? null : "and its fees");
      String after =
          money.hire().milestones().stream()
              .filter(one -> follows(one.fund(), milestone.key()))
              .map(MilestoneDocument::key)
              .collect(Collectors.joining(", "));
      if (!after.isEmpty()) {
        facts.add(new Fact("Moves up", after, null));
      }
      pending(
          money.pending().stream().filter(one -> milestone.key().equals(one.milestone())).toList());
      return found();
    }

    Consequences end() {
      Money escrow = money.inEscrow();
      List<MilestoneDocument> unfunded = money.unfunded();
      add("In escrow", escrow, money.keys(one -> one.state().inEscrow()));
      add("Releases pending", money.pendingRelease(), "part of the escrow");
      add(
          "Never funded",
          money.sum(unfunded),
          unfunded.isEmpty()
              ? null
              : unfunded.stream().map(MilestoneDocument::key).collect(Collectors.joining(", ")));
      add(money.payee() + " so far", money.totals().paid(), null);
      if (escrow.isPositive() && money.hire().openContract()) {
        warnings.add(
            Glossary.money(escrow)
                + " is in escrow. What nobody has accepted is cancelled and comes back; the rest"
                + " moves by the marketplace's rules, and nothing can call it back.");
      } else if (escrow.isPositive()) {
        warnings.add(
            Glossary.money(escrow)
                + " is in escrow. A person must confirm the end on the marketplace, and decides"
                + " there whether it is paid to the trainer or comes back.");
      }
      pending(money.pending());
      return found();
    }

    Consequences cancel() {
      add(
          "Not spent",
          money.sum(money.unfunded()),
          money.hire().openContract() ? null : "and the fees");
      pending(money.pending());
      return found();
    }

    Consequences answer(PageAction action) {
      return switch (Objects.requireNonNull(action.choice())) {
        case ABORT -> money.hire().document().contractId() == null ? cancel() : end();
        case SKIP -> skip(action.target());
        case RETRY, ADOPT -> NONE;
      };
    }

    private Consequences skip(String incidentId) {
      MilestoneDocument milestone =
          money
              .hire()
              .incident(incidentId)
              .flatMap(one -> money.hire().milestone(one.milestone()))
              .orElse(null);
      return milestone == null || milestone.state().inEscrow() ? NONE : drop(milestone);
    }

    /**
     * What was asked on the marketplace cannot be recalled, and is no part of what is spent so far;
     * what is asked here is.
     */
    private void pending(List<ApprovalDocument> approvals) {
      for (ApprovalDocument one : approvals) {
        String approval = "The approval “" + ApprovalRow.what(one) + "” ";
        if (money.hire().openContract() && one.kind() == ApprovalKind.MILESTONE_FUND) {
          warnings.add(approval + "is superseded: it charges nothing any more.");
          continue;
        }
        String name = approval + "stays pending. ";
        Money total = ApprovalRow.total(one);
        boolean charges =
            !money.hire().openContract()
                && one.kind() != ApprovalKind.MILESTONE_APPROVE
                && total != null;
        warnings.add(
            name
                + (charges
                    ? "A yes would still charge "
                        + Glossary.money(total)
                        + ": decline it on the marketplace."
                    : ApprovalRow.confirmed(one)));
      }
    }

    private void add(String name, Money amount, @Nullable String note) {
      facts.add(new Fact(name, Glossary.money(amount), note));
    }

    private Consequences found() {
      return new Consequences(List.copyOf(facts), List.copyOf(warnings));
    }

    private static boolean follows(FundRule rule, String key) {
      return rule.when() == FundWhen.AFTER_PAID && key.equals(rule.after());
    }
  }
}
