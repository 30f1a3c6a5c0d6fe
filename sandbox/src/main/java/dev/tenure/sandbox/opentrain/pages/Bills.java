package dev.tenure.sandbox.opentrain.pages;

import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.money.Fees;
import dev.tenure.sandbox.opentrain.pages.ApprovalPage.Bill;
import dev.tenure.sandbox.opentrain.pages.ApprovalPage.Line;
import java.util.List;

/** What a decision costs, line by line. */
final class Bills {
  private Bills() {}

  static Bill hire(long amount) {
    return new Bill(
        "What it costs",
        List.of(
            new Line("First milestone, into escrow", Formats.money(amount), "line-amount"),
            new Line("Marketplace fee (10 %)", Formats.money(Fees.marketplace(amount)), "line-fee"),
            new Line(
                "Contract initiation fee", Formats.money(Fees.INITIATION_CENTS), "line-start")),
        new Line(Bill.CHARGE, Formats.money(amount + Fees.atHire(amount)), "line-total"),
        "The escrow stays yours until you approve the work.");
  }

  static Bill fund(long amount) {
    return new Bill(
        "What it costs",
        List.of(
            Line.of("Milestone, into escrow", Formats.money(amount)),
            Line.of("Marketplace fee (10 %)", Formats.money(Fees.atFunding(amount)))),
        Line.of(Bill.CHARGE, Formats.money(amount + Fees.atFunding(amount))),
        "The escrow stays yours until you approve the work.");
  }

  static Bill release(Contract contract, long amount) {
    return new Bill(
        "What is paid out",
        List.of(Line.of("From escrow", Formats.money(amount))),
        Line.of("To " + contract.candidate().displayName(), Formats.money(amount)),
        "Nothing more is charged. A released payment cannot be taken back.");
  }

  static Bill end(Contract contract) {
    long held =
        contract.holding().stream().mapToLong(milestone -> milestone.terms().amountCents()).sum();
    return new Bill(
        "What is held in escrow",
        contract.holding().stream()
            .map(
                milestone ->
                    Line.of(name(milestone), Formats.money(milestone.terms().amountCents())))
            .toList(),
        Line.of("Held in all", Formats.money(held)),
        "Fees that were paid stay paid.");
  }

  static String name(Milestone milestone) {
    String name = milestone.terms().name();
    return "Milestone " + milestone.number() + (name == null ? "" : ": " + name);
  }
}
