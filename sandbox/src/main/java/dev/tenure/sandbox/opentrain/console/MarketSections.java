package dev.tenure.sandbox.opentrain.console;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.console.Section;
import dev.tenure.sandbox.console.Table.Cell;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.money.Fees;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.pages.Formats;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What waits for a person, who works on what, and who would like to. */
@Singleton
record MarketSections(World world) {

  Section<Approval> approvals() {
    return new Section<>(
            "approvals",
            "Waiting for a person",
            "Pending approvals, those that end soonest first; each opens its page.",
            world.open::size,
            this::approvalsFor)
        .cells("Approval", one -> Cell.link(one.id(), "/approvals/" + one.id()))
        .column("What", one -> one.type().word().replace('_', ' '))
        .column("Trainer", this::trainer)
        .column("Amount", one -> Formats.money(amount(one)))
        .column("With fees", this::charged)
        .column("About", Approval::subject)
        .column("Asked by", one -> one.accountId() + " " + one.tokenId())
        .column("Until", one -> Formats.moment(world.clock().wall(one.expiresAt())));
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

  /** A milestone with the contract that it is of. */
  private record Work(Contract contract, Milestone milestone) {

    String state() {
      return milestone.pendingApproval() ? "PAYOUT REQUESTED" : milestone.status().name();
    }

    String escrow() {
      Milestone.Funding funding = milestone.funding();
      return funding == null ? "" : funding.source().word() + " · " + funding.invoiceId();
    }
  }

  Section<?> contracts() {
    return new Section<Work>(
            "contracts",
            "Contracts",
            "Every milestone with the money behind it.",
            world.contracts::size,
            filter ->
                contractsFor(filter)
                    .flatMap(one -> one.milestones().stream().map(work -> new Work(one, work))))
        .column(
            "Contract", work -> work.contract().id() + (work.contract().active() ? "" : " (ended)"))
        .column(
            "Trainer",
            work ->
                work.contract().candidate().displayName() + " · " + work.contract().proposalId())
        .column("Milestone", work -> work.milestone().number() + " · " + work.milestone().id())
        .column("Description", work -> work.milestone().terms().description())
        .marks("State", Work::state)
        .column("Amount", work -> Formats.money(work.milestone().terms().amountCents()))
        .column("Escrow", Work::escrow);
  }

  /** Just the one whose id, or whose milestone's id, is looked for; else all, newest first. */
  private Stream<Contract> contractsFor(String filter) {
    Contract named = world.contracts.find(filter);
    Contract found = named == null ? world.contractOf(filter) : named;
    return found == null ? world.contracts.newestFirst() : Stream.of(found);
  }

  Section<Proposal> proposals() {
    return new Section<>(
            "proposals",
            "Proposals",
            "Who would like to work, newest first.",
            world.proposals::size,
            this::proposalsFor)
        .column("Proposal", Proposal::id)
        .column("Job", one -> job(one).title() + " · " + job(one).id())
        .column("Trainer", one -> one.candidate().displayName() + ", " + one.candidate().country())
        .marks("Status", one -> one.status().name())
        .column("Asks for", this::rate)
        .column("Contract", Proposal::contractId);
  }

  private Stream<Proposal> proposalsFor(String filter) {
    Proposal named = world.proposals.find(filter);
    return named == null ? world.proposals.newestFirst() : Stream.of(named);
  }

  private Job job(Proposal proposal) {
    return world.jobs.get(proposal.jobId());
  }

  private String rate(Proposal proposal) {
    return proposal.rateUsd() == null
        ? "no rate"
        : "$%s %s"
            .formatted(
                Money.plain(proposal.rateUsd()).toPlainString(),
                job(proposal).paymentType().unit());
  }
}
