package dev.tenure.sandbox.pages;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.pages.ApprovalPage.Bill;
import dev.tenure.sandbox.pages.ApprovalPage.Choices;
import dev.tenure.sandbox.pages.ApprovalPage.Line;
import dev.tenure.sandbox.rules.Approvals;
import dev.tenure.sandbox.wire.Iso;
import dev.tenure.sandbox.world.Account;
import dev.tenure.sandbox.world.Approval;
import dev.tenure.sandbox.world.ApprovalStatus;
import dev.tenure.sandbox.world.ApprovalType;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.Fees;
import dev.tenure.sandbox.world.Milestone;
import dev.tenure.sandbox.world.Money;
import dev.tenure.sandbox.world.Terms;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts an approval into words; looking at it here expires it like any other look. */
@Singleton
class ApprovalPages {
  private final World world;
  private final Approvals approvals;

  ApprovalPages(World world, Approvals approvals) {
    this.world = world;
    this.approvals = approvals;
  }

  /** What the approval is about, found once. */
  private record About(
      String title, String lede, List<Line> facts, Bill bill, String confirmWords, long total) {}

  @Nullable ApprovalPage of(String id, @Nullable String error) {
    return world.transact(
        () -> {
          Approval approval = approvals.look(id);
          return approval == null ? null : page(approval, error);
        });
  }

  private ApprovalPage page(Approval approval, @Nullable String error) {
    About about = about(approval);
    boolean pending = approval.pending();
    Terms terms = approval.type() == ApprovalType.PROPOSAL_HIRE ? terms(approval) : null;
    return new ApprovalPage(
        approval.status().word(),
        badge(approval),
        about.title(),
        about.lede(),
        about.facts(),
        pending
            ? about.bill()
            : about.bill().decided(approval.status() == ApprovalStatus.CONFIRMED),
        terms == null || !pending ? null : form(terms),
        approval.type() == ApprovalType.CONTRACT_END ? "What happens to the escrow" : "Pay from",
        pending ? choices(approval, about.total()) : List.of(),
        pending ? until(approval) : null,
        about.confirmWords(),
        "Approval " + approval.id() + " · asked " + Words.moment(wall(approval.createdAt())),
        error);
  }

  private About about(Approval approval) {
    return switch (approval.type()) {
      case PROPOSAL_HIRE -> hire(approval);
      case MILESTONE_FUND -> fund(milestoneContract(approval), approval.subject());
      case MILESTONE_APPROVE -> release(milestoneContract(approval), approval.subject());
      case CONTRACT_END -> end(world.contracts.get(approval.subject()));
    };
  }

  private About hire(Approval approval) {
    Terms terms = terms(approval);
    var candidate = world.proposals.get(approval.subject()).candidate();
    List<Line> facts = new ArrayList<>();
    facts.add(Line.of("Trainer", candidate.displayName() + ", " + candidate.country()));
    facts.add(Line.of("Job", world.jobs.get(approval.jobId()).title()));
    if (!approval.pending()) {
      addTerms(facts, terms);
    }
    long total = terms.amountCents() + Fees.atHire(terms.amountCents());
    return new About(
        "Hire " + candidate.displayName(),
        "Your agent asks to hire this trainer.",
        facts,
        Bills.hire(terms.amountCents()),
        "Confirm and hire",
        total);
  }

  private About fund(Contract contract, String milestoneId) {
    Milestone milestone = contract.milestone(milestoneId);
    long amount = milestone.terms().amountCents();
    return new About(
        "Fund " + Bills.name(milestone).toLowerCase(Locale.ROOT).replaceFirst(":.*", ""),
        "Your agent asks to put money into escrow for the next piece of work.",
        facts(contract, milestone),
        Bills.fund(amount),
        "Confirm and fund",
        amount + Fees.atFunding(amount));
  }

  private About release(Contract contract, String milestoneId) {
    Milestone milestone = contract.milestone(milestoneId);
    long amount = milestone.terms().amountCents();
    return new About(
        "Pay " + contract.candidate().displayName() + " " + Words.money(amount),
        "Your agent asks to release the escrow for finished work.",
        facts(contract, milestone),
        Bills.release(contract, amount),
        "Confirm and pay",
        0);
  }

  private About end(Contract contract) {
    return new About(
        "End the contract with " + contract.candidate().displayName(),
        "Money is still held in escrow, so you decide what becomes of it.",
        List.of(Line.of("Contract", contract.title() + " (" + contract.id() + ")")),
        contract.funded().isEmpty() ? Bill.NONE : Bills.end(contract),
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
      facts.add(Line.of("Due", Words.day(terms.dueDate())));
    }
  }

  /** What was asked for, or, once hired, what the person made of it. */
  private Terms terms(Approval approval) {
    Object contractId = approval.result() == null ? null : approval.result().get("contractId");
    return contractId == null
        ? requireNonNull(approval.terms())
        : world.contracts.get(contractId.toString()).milestones().getFirst().terms();
  }

  private Contract milestoneContract(Approval approval) {
    return requireNonNull(world.contractOf(approval.subject()));
  }

  private List<Choices> choices(Approval approval, long total) {
    return switch (approval.type()) {
      case PROPOSAL_HIRE, MILESTONE_FUND ->
          sources(world.accounts.get(approval.accountId()), total);
      case MILESTONE_APPROVE -> List.of();
      case CONTRACT_END ->
          List.of(
              new Choices("escrow", "refund", "Refund it", "It comes back to you.", true, true),
              new Choices("escrow", "release", "Release it", "The trainer is paid.", true, false));
    };
  }

  private static List<Choices> sources(Account account, long total) {
    boolean covered = account.availableCents() >= total;
    return List.of(
        new Choices(
            "source",
            "credits",
            "Credits",
            Words.money(account.availableCents()) + " available",
            covered,
            covered),
        new Choices(
            "source",
            "card",
            "Card",
            account.card() ? "On file" : "No card on file",
            account.card(),
            !covered && account.card()));
  }

  private static ApprovalPage.TermsForm form(Terms terms) {
    Instant due = terms.dueDate();
    return new ApprovalPage.TermsForm(
        requireNonNullElse(terms.name(), ""),
        requireNonNullElse(terms.description(), ""),
        Money.usd(terms.amountCents()).setScale(2).toPlainString(),
        due == null ? "" : Words.isoDay(due));
  }

  private ApprovalPage.Until until(Approval approval) {
    Instant end = wall(approval.expiresAt());
    return new ApprovalPage.Until(
        approval.id(), Words.moment(end), Iso.of(end), Words.left(world.clock().wall(), end));
  }

  private Instant wall(Instant market) {
    return world.clock().wall(market);
  }

  private String badge(Approval approval) {
    Instant resolved = approval.resolvedAt();
    String when = resolved == null ? "" : " · " + Words.moment(wall(resolved));
    return switch (approval.status()) {
      case PENDING -> "Waiting for you";
      case CONFIRMED -> "Confirmed and carried out" + when;
      case DECLINED -> "Declined" + when;
      case EXPIRED -> "No longer open" + when;
    };
  }
}
