package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.shared.Fact;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The money of a hire in parts that do not overlap: what awaits approval, what is committed (paid
 * or in escrow), and the fees, booked where everything is booked and else estimated.
 */
public record HireMoney(HireView hire, List<ApprovalDocument> pending) {

  private static final Set<ApprovalKind> CHARGES =
      Set.of(ApprovalKind.PROPOSAL_HIRE, ApprovalKind.MILESTONE_FUND);

  public List<Fact> facts() {
    MoneyTotals totals = totals();
    return List.of(
        new Fact("Pending", Glossary.money(pendingCharge()), charges()),
        new Fact(
            "Committed", Glossary.money(totals.committed()), "paid and in escrow, without fees"),
        new Fact("In escrow", Glossary.money(inEscrow()), keys(one -> one.state().inEscrow())),
        new Fact(
            payee(),
            Glossary.money(totals.paid()),
            keys(
                one ->
                    one.state() == MilestoneState.PAID
                        || one.state() == MilestoneState.PARTLY_PAID)),
        fees(),
        new Fact("Budget", totals.cap() == null ? "no cap" : Glossary.money(totals.cap())),
        new Fact("At most", Glossary.money(totals.worstCase()), atMost()));
  }

  private String atMost() {
    String funded = "if every milestone is funded";
    return hire.openContract()
        ? funded + ", and each delivery is disputed: with the bonds, once they are known"
        : funded;
  }

  /** Booked fees replace the estimated ones; the two are never added. */
  private Fact fees() {
    Money booked = hire.feesBooked();
    if (hire.openContract()) {
      return new Fact(
          "Fees",
          Glossary.money(totals().feesEstimated()),
          "within what Workers were paid; reckoned");
    }
    return booked == null
        ? new Fact("Fees", Glossary.money(totals().feesEstimated()), "estimated; not booked yet")
        : new Fact("Fees", Glossary.money(booked), "booked by the marketplace");
  }

  /** Who is paid, as the name of a sum. */
  String payee() {
    return hire.openContract() ? "Paid to Workers" : "Paid to the trainer";
  }

  Money inEscrow() {
    return totals().committed().minus(totals().paid());
  }

  /** What is spent so far, fees included; on OpenContract they are a part of what is paid. */
  Money spent() {
    if (hire.openContract()) {
      return totals().committed();
    }
    return totals()
        .committed()
        .plus(Objects.requireNonNullElse(hire.feesBooked(), totals().feesEstimated()));
  }

  /** What is charged if every pending approval is confirmed. */
  Money pendingCharge() {
    return pending.stream()
        .filter(one -> CHARGES.contains(one.kind()))
        .map(ApprovalRow::total)
        .filter(Objects::nonNull)
        .reduce(Money.zero(currency()), Money::plus);
  }

  Money pendingRelease() {
    return pending.stream()
        .filter(one -> one.kind() == ApprovalKind.MILESTONE_APPROVE)
        .map(ApprovalDocument::amount)
        .filter(Objects::nonNull)
        .reduce(Money.zero(currency()), Money::plus);
  }

  /** The milestones of ours that are neither funded nor given up. */
  List<MilestoneDocument> unfunded() {
    return hire.milestones().stream()
        .filter(one -> !one.foreign() && !one.state().settled() && !one.state().inEscrow())
        .toList();
  }

  Money sum(List<MilestoneDocument> milestones) {
    return milestones.stream()
        .map(MilestoneDocument::amount)
        .reduce(Money.zero(currency()), Money::plus);
  }

  /** The keys of some milestones; nothing where there are none. */
  @Nullable String keys(Predicate<MilestoneDocument> which) {
    String keys =
        hire.milestones().stream()
            .filter(which)
            .map(MilestoneDocument::key)
            .collect(Collectors.joining(", "));
    return keys.isEmpty() ? null : keys;
  }

  MoneyTotals totals() {
    return hire.document().money();
  }

  private String currency() {
    return totals().committed().currency();
  }

  private String charges() {
    String what =
        pending.stream()
            .filter(one -> CHARGES.contains(one.kind()))
            .map(ApprovalRow::what)
            .collect(Collectors.joining(", "));
    return what.isEmpty() ? "no charge awaits approval" : "fees included: " + what;
  }
}
