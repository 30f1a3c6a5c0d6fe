package dev.tenure.sandbox.opentrain.console;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.opentrain.console.Table.Cell;
import dev.tenure.sandbox.opentrain.console.Table.Row;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.money.Fees;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.pages.Formats;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What waits for a person, who works on what, and who would like to. */
@Singleton
class MarketSections {
  private final World world;

  MarketSections(World world) {
    this.world = world;
  }

  Section approvals() {
    return new Section(
        "approvals",
        "Waiting for a person",
        "Pending approvals, those that end soonest first; each opens its page.",
        List.of("Approval", "What", "Trainer", "Amount", "With fees", "About", "Asked by", "Until"),
        world.open::size,
        filter -> approvalsFor(filter).map(this::approval));
  }

  /**
   * Just the one whose id is looked for; else those that were asked for first, as they end, and
   * after them the others as they were asked for.
   */
  private Stream<Approval> approvalsFor(String filter) {
    Approval named = world.approvals.find(filter);
    if (named != null) {
      return Stream.of(named).filter(this::waits);
    }
    return Stream.concat(
        open().limit(Section.MOST_SEARCHED).sorted(Comparator.comparing(Approval::expiresAt)),
        open().skip(Section.MOST_SEARCHED));
  }

  private Stream<Approval> open() {
    return world.open.oldestFirst().map(world.approvals::get).filter(this::waits);
  }

  private boolean waits(Approval approval) {
    return approval.pending() && !approval.overdue(world.now());
  }

  private Row approval(Approval approval) {
    return Row.of(
        Cell.link(approval.id(), "/approvals/" + approval.id()),
        Cell.of(approval.type().word().replace('_', ' ')),
        Cell.of(trainer(approval)),
        Cell.of(Formats.money(amount(approval))),
        Cell.of(charged(approval)),
        Cell.of(approval.subject()),
        Cell.of(approval.accountId() + " " + approval.tokenId()),
        Cell.of(Formats.moment(world.clock().wall(approval.expiresAt()))));
  }

  private String trainer(Approval approval) {
    return approval.type() == Approval.Type.PROPOSAL_HIRE
        ? world.proposals.get(approval.subject()).candidate().displayName()
        : contract(approval).candidate().displayName();
  }

  /** What moves: into escrow, to the trainer, or out of what is held. */
  private long amount(Approval approval) {
    return switch (approval.type()) {
      case PROPOSAL_HIRE -> requireNonNull(approval.terms()).amountCents();
      case MILESTONE_FUND, MILESTONE_APPROVE ->
          contract(approval).milestone(approval.subject()).terms().amountCents();
      case CONTRACT_END ->
          contract(approval).holding().stream()
              .mapToLong(milestone -> milestone.terms().amountCents())
              .sum();
    };
  }

  private @Nullable String charged(Approval approval) {
    long amount = amount(approval);
    return switch (approval.type()) {
      case PROPOSAL_HIRE -> Formats.money(amount + Fees.atHire(amount));
      case MILESTONE_FUND -> Formats.money(amount + Fees.atFunding(amount));
      case MILESTONE_APPROVE, CONTRACT_END -> null;
    };
  }

  private Contract contract(Approval approval) {
    return approval.type() == Approval.Type.CONTRACT_END
        ? world.contracts.get(approval.subject())
        : requireNonNull(world.contractOf(approval.subject()));
  }

  Section contracts() {
    return new Section(
        "contracts",
        "Contracts",
        "Every milestone with the money behind it.",
        List.of("Contract", "Trainer", "Milestone", "Description", "State", "Amount", "Escrow"),
        world.contracts::size,
        filter ->
            contractsFor(filter)
                .flatMap(
                    contract -> contract.milestones().stream().map(one -> work(contract, one))));
  }

  /** Just the one whose id, or whose milestone's id, is looked for; else all, newest first. */
  private Stream<Contract> contractsFor(String filter) {
    Contract named = world.contracts.find(filter);
    Contract found = named == null ? world.contractOf(filter) : named;
    return found == null ? world.contracts.newestFirst() : Stream.of(found);
  }

  private static Row work(Contract contract, Milestone milestone) {
    Milestone.Funding funding = milestone.funding();
    return Row.of(
        Cell.of(contract.id() + (contract.active() ? "" : " (ended)")),
        Cell.of(contract.candidate().displayName() + " · " + contract.proposalId()),
        Cell.of(milestone.number() + " · " + milestone.id()),
        Cell.of(milestone.terms().description()),
        Cell.mark(milestone.pendingApproval() ? "PAYOUT REQUESTED" : milestone.status().name()),
        Cell.of(Formats.money(milestone.terms().amountCents())),
        Cell.of(funding == null ? "" : funding.source().word() + " · " + funding.invoiceId()));
  }

  Section proposals() {
    return new Section(
        "proposals",
        "Proposals",
        "Who would like to work, newest first.",
        List.of("Proposal", "Job", "Trainer", "Status", "Asks for", "Contract"),
        world.proposals::size,
        filter -> proposalsFor(filter).map(this::proposal));
  }

  private Stream<Proposal> proposalsFor(String filter) {
    Proposal named = world.proposals.find(filter);
    return named == null ? world.proposals.newestFirst() : Stream.of(named);
  }

  private Row proposal(Proposal proposal) {
    var job = world.jobs.get(proposal.jobId());
    return Row.of(
        Cell.of(proposal.id()),
        Cell.of(job.title() + " · " + job.id()),
        Cell.of(proposal.candidate().displayName() + ", " + proposal.candidate().country()),
        Cell.mark(proposal.status().name()),
        Cell.of(
            proposal.rateUsd() == null
                ? "no rate"
                : "$"
                    + Money.plain(proposal.rateUsd()).toPlainString()
                    + " "
                    + job.paymentType().unit()),
        Cell.of(proposal.contractId()));
  }
}
