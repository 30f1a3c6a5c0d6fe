package dev.tenure.sandbox.opencontract.console;

import dev.tenure.sandbox.console.Parts;
import dev.tenure.sandbox.console.Section;
import dev.tenure.sandbox.http.EnumWord;
import dev.tenure.sandbox.opencontract.model.Address;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Working Contracts with their money, deadlines and votes, newest first, filtered by any word. */
@Controller("/opencontract")
@Hidden
@Produces(MediaType.TEXT_HTML)
class OpenContractConsole {
  private static final String NONE = "–";
  private static final int FARTHEST = 1_000_000;

  private final OpenContractWorld world;
  private final ContractTimers timers;

  OpenContractConsole(OpenContractWorld world, ContractTimers timers) {
    this.world = world;
    this.timers = timers;
  }

  @Get
  ModelAndView<Map<String, Object>> show(
      @QueryValue(defaultValue = "") String tab,
      @QueryValue(defaultValue = "") String q,
      @QueryValue(defaultValue = "1") @Min(1) @Max(FARTHEST) Integer page) {
    String filter = q.strip();
    List<Section<?>> sections =
        world.transact(
            () -> {
              timers.lookAtAll();
              return List.of(contracts(), votes(), transfers());
            });
    return new ModelAndView<>(
        "opencontract",
        Map.of(
            "filter",
            filter,
            "now",
            world.now().toString(),
            "parts",
            Parts.of("/opencontract", world, sections, tab, filter, page)));
  }

  private Section<?> contracts() {
    return new Section<WorkingContract>(
            "contracts",
            "Working Contracts",
            "Treasury: %s USDC".formatted(Usdc.text(world.balance(Address.TREASURY))),
            world.contracts::size,
            filter ->
                world.contracts.holds(filter)
                    ? Stream.of(world.contracts.get(filter))
                    : world.contracts.newestFirst())
        .column("Contract", WorkingContract::id)
        .column("Title", contract -> contract.terms().title())
        .column("Status", contract -> contract.status().word())
        .column("Client", WorkingContract::client)
        .column("Worker", contract -> contract.worker() == null ? NONE : contract.worker())
        .column("Escrow", contract -> Usdc.text(contract.terms().price()))
        .column("Stake", contract -> amount(contract.workerStake()))
        .column("Bond", contract -> amount(contract.disputeBond()))
        .column("Wallet holds", contract -> Usdc.text(held(contract)))
        .column("Next by itself", this::next);
  }

  private String next(WorkingContract contract) {
    Instant next = timers.next(contract);
    return next == null ? NONE : world.clock().wall(next).toString();
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

  private Section<?> votes() {
    return new Section<Vote>(
            "votes",
            "Votes",
            "What Backup Agents said of each criterion, counted from 0.",
            world.votes::size,
            filter ->
                world.contracts.holds(filter)
                    ? world.votesOn(world.contracts.get(filter))
                    : world.votes.newestFirst())
        .column("Contract", Vote::contractId)
        .column("Backup Agent", Vote::backupAgent)
        .column("Criterion", vote -> Integer.toString(vote.criterionIndex()))
        .column("Vote", vote -> vote.vote().word())
        .column("Majority", vote -> word(vote.majorityOutcome()))
        .column("Bond", vote -> word(vote.bondOutcome()))
        .column("Reward", vote -> vote.reward() == null ? NONE : vote.reward().toPlainString());
  }

  private Section<?> transfers() {
    return new Section<WalletEntry>(
            "wallets",
            "Wallets of contracts",
            "Every transfer into and out of them.",
            world.entries::size,
            filter ->
                Address.fits(filter)
                    ? world.entries.newestFirst(one -> Address.same(one.wallet(), filter))
                    : world.entries.newestFirst())
        .column("Wallet", WalletEntry::wallet)
        .column("Direction", entry -> entry.incoming() ? "in" : "out")
        .column("Party", WalletEntry::party)
        .column("USDC", entry -> Usdc.text(entry.units()))
        .column("Purpose", entry -> entry.purpose().word())
        .column("When", entry -> world.clock().wall(entry.at()).toString());
  }

  private static String word(@Nullable EnumWord outcome) {
    return outcome == null ? NONE : outcome.word();
  }

  private static String amount(@Nullable Long units) {
    return units == null ? NONE : Usdc.text(units);
  }
}
