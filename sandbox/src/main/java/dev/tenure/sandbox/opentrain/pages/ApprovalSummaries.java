package dev.tenure.sandbox.opentrain.pages;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.money.Fees;
import dev.tenure.sandbox.opentrain.pages.ApprovalPage.Bill;
import dev.tenure.sandbox.opentrain.pages.ApprovalPage.Line;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds out what an approval is about, and what it costs line by line. */
@Singleton
record ApprovalSummaries(World world) {

  /**
   * What an approval is about, in words.
   *
   * @param total in cents, what a confirmation charges
   */
  record Summary(
      String title, String lede, List<Line> facts, Bill bill, String confirmWords, long total) {}

  /** With the amount that the person has typed, if any, while it can still be decided. */
  Summary of(Approval approval, ApprovalForm form) {
    return switch (approval.type()) {
      case PROPOSAL_HIRE -> hire(approval, form);
      case MILESTONE_FUND -> fund(contract(approval), approval.subject());
      case MILESTONE_APPROVE -> release(contract(approval), approval.subject());
      case CONTRACT_END -> end(world.contracts.get(approval.subject()));
    };
  }

  /** What was asked for, or, once hired, what the person made of it. */
  Terms terms(Approval approval) {
    Object contractId = approval.result() == null ? null : approval.result().get("contractId");
    return contractId == null
        ? requireNonNull(approval.terms())
        : world.contracts.get(contractId.toString()).milestones().getFirst().terms();
  }

  private Summary hire(Approval approval, ApprovalForm form) {
    Terms terms = terms(approval);
    var candidate = world.proposals.get(approval.subject()).candidate();
    List<Line> facts = new ArrayList<>();
    facts.add(Line.of("Trainer", candidate.displayName() + ", " + candidate.country()));
    facts.add(Line.of("Job", world.jobs.get(approval.jobId()).title()));
    if (!approval.pending()) {
      addTerms(facts, terms);
    }
    long amount = approval.pending() ? typed(form, terms) : terms.amountCents();
    return new Summary(
        "Hire " + candidate.displayName(),
        "Your agent asks to hire this trainer.",
        facts,
        hireBill(amount),
        "Confirm and hire",
        amount + Fees.atHire(amount));
  }

  private static long typed(ApprovalForm form, Terms asked) {
    try {
      return form.amountCents(asked);
    } catch (InvalidRequest saidOnThePage) {
      return asked.amountCents();
    }
  }

  private static Summary fund(Contract contract, String milestoneId) {
    Milestone milestone = contract.milestone(milestoneId);
    long amount = milestone.terms().amountCents();
    return new Summary(
        "Fund " + name(milestone).toLowerCase(Locale.ROOT).replaceFirst(":.*", ""),
        "Your agent asks to put money into escrow for the next piece of work.",
        facts(contract, milestone),
        fundBill(amount),
        "Confirm and fund",
        amount + Fees.atFunding(amount));
  }

  private static Summary release(Contract contract, String milestoneId) {
    Milestone milestone = contract.milestone(milestoneId);
    long amount = milestone.terms().amountCents();
    return new Summary(
        "Pay " + contract.candidate().displayName() + " " + Formats.money(amount),
        "Your agent asks to release the escrow for finished work.",
        facts(contract, milestone),
        releaseBill(contract, amount),
        "Confirm and pay",
        0);
  }

  private static Summary end(Contract contract) {
    return new Summary(
        "End the contract with " + contract.candidate().displayName(),
        "Money is still held in escrow, so you decide what becomes of it.",
        List.of(Line.of("Contract", contract.title() + " (" + contract.id() + ")")),
        contract.holding().isEmpty() ? Bill.NONE : endBill(contract),
        "Confirm and end",
        0);
  }

  private static List<Line> facts(Contract contract, Milestone milestone) {
    List<Line> facts = new ArrayList<>();
    facts.add(Line.of("Trainer", contract.candidate().displayName()));
    facts.add(Line.of("Contract", contract.title()));
    addTerms(facts, milestone.terms());
    if (milestone.pendingApproval()) {
      facts.add(Line.of("Delivery", "The trainer says that it is done"));
    }
    return facts;
  }

  private static void addTerms(List<Line> facts, Terms terms) {
    if (terms.name() != null) {
      facts.add(Line.of("Milestone", terms.name()));
    }
    if (terms.description() != null) {
      facts.add(Line.of("Description", terms.description()));
    }
    if (terms.dueDate() != null) {
      facts.add(Line.of("Due", Formats.day(terms.dueDate())));
    }
  }

  private static Bill hireBill(long amount) {
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

  private static Bill fundBill(long amount) {
    return new Bill(
        "What it costs",
        List.of(
            Line.of("Milestone, into escrow", Formats.money(amount)),
            Line.of("Marketplace fee (10 %)", Formats.money(Fees.atFunding(amount)))),
        Line.of(Bill.CHARGE, Formats.money(amount + Fees.atFunding(amount))),
        "The escrow stays yours until you approve the work.");
  }

  private static Bill releaseBill(Contract contract, long amount) {
    return new Bill(
        "What is paid out",
        List.of(Line.of("From escrow", Formats.money(amount))),
        Line.of("To " + contract.candidate().displayName(), Formats.money(amount)),
        "Nothing more is charged. A released payment cannot be taken back.");
  }

  private static Bill endBill(Contract contract) {
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

  private static String name(Milestone milestone) {
    String name = milestone.terms().name();
    return "Milestone " + milestone.number() + (name == null ? "" : ": " + name);
  }

  private Contract contract(Approval approval) {
    return requireNonNull(world.contractOf(approval.subject()));
  }
}
