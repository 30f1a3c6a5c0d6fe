package dev.tenure.sandbox.opencontract.console;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.BondOutcome;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.Usdc;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WalletEntry;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.rules.ContractTimers;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Working Contracts with their money, deadlines and votes, newest first, filtered by any word. */
@Controller("/opencontract")
@Hidden
@Produces(MediaType.TEXT_HTML)
class OpenContractConsole {
  private static final String NONE = "–";

  private final OpenContractWorld world;
  private final ContractTimers timers;

  OpenContractConsole(OpenContractWorld world, ContractTimers timers) {
    this.world = world;
    this.timers = timers;
  }

  @Get
  ModelAndView<Map<String, Object>> show(@QueryValue(defaultValue = "") String q) {
    String filter = q.strip();
    List<Grid> grids =
        world.transact(
            () -> {
              timers.lookAtAll();
              return List.of(contracts(filter), votes(filter), transfers(filter));
            });
    return new ModelAndView<>(
        "opencontract", Map.of("filter", filter, "now", world.now().toString(), "grids", grids));
  }

  private Grid contracts(String filter) {
    return Grid.of(
        "contracts",
        "Working Contracts",
        "Treasury: %s USDC".formatted(Usdc.text(world.balance(Address.TREASURY))),
        List.of(
            "Contract",
            "Title",
            "Status",
            "Client",
            "Worker",
            "Escrow",
            "Stake",
            "Bond",
            "Wallet holds",
            "Next by itself"),
        world.contracts.newestFirst().map(this::row),
        filter);
  }

  private List<String> row(WorkingContract contract) {
    Instant next = timers.next(contract);
    return List.of(
        contract.id(),
        contract.terms().title(),
        contract.status().word(),
        contract.client(),
        contract.worker() == null ? NONE : contract.worker(),
        Usdc.text(contract.terms().price()),
        amount(contract.workerStake()),
        amount(contract.disputeBond()),
        Usdc.text(held(contract)),
        next == null ? NONE : world.clock().wall(next).toString());
  }

  /** What was paid in, since a wallet pays out all at once. */
  private static long held(WorkingContract contract) {
    long bonds =
        contract.backupAgents().stream().mapToLong(agent -> agent.slice()).sum()
            * contract.criteria();
    return contract.paidOut()
        ? 0
        : contract.terms().price() + contract.stake() + contract.bond() + bonds;
  }

  private Grid votes(String filter) {
    return Grid.of(
        "votes",
        "Votes",
        "What Backup Agents said of each criterion, counted from 0.",
        List.of("Contract", "Backup Agent", "Criterion", "Vote", "Majority", "Bond", "Reward"),
        world.votes.newestFirst().map(OpenContractConsole::row),
        filter);
  }

  private static List<String> row(Vote vote) {
    Criterion majority = vote.majority();
    BondOutcome bond = vote.bond();
    return List.of(
        vote.contractId(),
        vote.backupAgent(),
        Integer.toString(vote.criterionIndex()),
        vote.vote().word(),
        majority == null ? NONE : majority.word(),
        bond == null ? NONE : bond.word(),
        vote.reward() == null ? NONE : vote.reward().toPlainString());
  }

  private Grid transfers(String filter) {
    return Grid.of(
        "wallets",
        "Wallets of contracts",
        "Every transfer into and out of them.",
        List.of("Wallet", "Direction", "Party", "USDC", "Purpose", "When"),
        world.entries.newestFirst().map(this::row),
        filter);
  }

  private List<String> row(WalletEntry entry) {
    return List.of(
        entry.wallet(),
        entry.incoming() ? "in" : "out",
        entry.party(),
        Usdc.text(entry.units()),
        entry.purpose().word(),
        world.clock().wall(entry.at()).toString());
  }

  private static String amount(@Nullable Long units) {
    return units == null ? NONE : Usdc.text(units);
  }
}
