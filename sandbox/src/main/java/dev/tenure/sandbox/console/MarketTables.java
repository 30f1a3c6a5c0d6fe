package dev.tenure.sandbox.console;

import dev.tenure.sandbox.console.Table.Cell;
import dev.tenure.sandbox.console.Table.Row;
import dev.tenure.sandbox.pages.Words;
import dev.tenure.sandbox.world.Approval;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.Milestone;
import dev.tenure.sandbox.world.Money;
import dev.tenure.sandbox.world.Proposal;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What waits for a person, who works on what, and who would like to. */
@Singleton
class MarketTables {
  private final World world;

  MarketTables(World world) {
    this.world = world;
  }

  Table approvals(String filter) {
    return Table.of(
        "approvals",
        "Waiting for a person",
        "Pending approvals, those that end soonest first; each opens its page.",
        List.of("Approval", "What", "About", "Asked by", "Until"),
        filter,
        approvalsFor(filter).map(this::approval));
  }

  /** Just the one whose id is looked for; else those that were asked for first, as they end. */
  private Stream<Approval> approvalsFor(String filter) {
    Approval named = world.approvals.find(filter);
    Instant now = world.now();
    return (named == null
            ? world.open.oldestFirst().map(world.approvals::get).limit(Table.MOST_SEARCHED)
            : Stream.of(named))
        .filter(approval -> approval.pending() && !approval.overdue(now))
        .sorted(Comparator.comparing(Approval::expiresAt));
  }

  private Row approval(Approval approval) {
    return Row.of(
        Cell.link(approval.id(), "/approvals/" + approval.id()),
        Cell.of(approval.type().word().replace('_', ' ')),
        Cell.of(approval.subject()),
        Cell.of(approval.accountId() + " " + approval.tokenId()),
        Cell.of(Words.moment(world.clock().wall(approval.expiresAt()))));
  }

  Table contracts(String filter) {
    return Table.of(
        "contracts",
        "Contracts (" + world.contracts.size() + ")",
        "Every milestone with the money behind it.",
        List.of("Contract", "Trainer", "Milestone", "Description", "State", "Amount", "Escrow"),
        filter,
        contractsFor(filter)
            .flatMap(contract -> contract.milestones().stream().map(one -> work(contract, one))));
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
        Cell.of(Words.money(milestone.terms().amountCents())),
        Cell.of(
            funding == null
                ? ""
                : funding.source().name().toLowerCase(Locale.ROOT) + " · " + funding.invoiceId()));
  }

  Table proposals(String filter) {
    Proposal named = world.proposals.find(filter);
    return Table.of(
        "proposals",
        "Proposals (" + world.proposals.size() + ")",
        "Who would like to work, newest first.",
        List.of("Proposal", "Job", "Trainer", "Status", "Asks for", "Contract"),
        filter,
        (named == null ? world.proposals.newestFirst() : Stream.of(named)).map(this::proposal));
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
