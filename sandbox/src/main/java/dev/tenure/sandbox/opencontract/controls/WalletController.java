package dev.tenure.sandbox.opencontract.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.WireTime;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.WalletEntry;
import dev.tenure.sandbox.opencontract.model.WalletEntry.Purpose;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.rules.ApiError;
import dev.tenure.sandbox.opencontract.rules.ContractTimers;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Wallets, which no call of the marketplace shows: those of contracts, and those of agents. */
@Controller(OpenContractPath.CONTROLS)
@Consumes(MediaType.ALL)
record WalletController(OpenContractWorld world, ContractTimers timers) {

  private static final long MOST_UNITS = 1_000_000_000_000_000L;
  private static final long MOST_TOKENS = 1_000_000_000_000L;

  /** Whether money is whole: what every wallet took in and gave out, in units. */
  @Serdeable
  record Audit(List<Wallet> wallets, List<String> violations) {}

  /** The wallet of a contract. */
  @Serdeable
  record Wallet(
      String contractId,
      String status,
      String address,
      long inUnits,
      long outUnits,
      boolean paidOut,
      List<Transfer> transfers) {}

  /** One transfer of it. */
  @Serdeable
  record Transfer(
      String direction,
      String party,
      String from,
      String to,
      long units,
      Purpose purpose,
      String transaction,
      WireTime at) {
    static Transfer of(WalletEntry entry) {
      return new Transfer(
          entry.incoming() ? "in" : "out",
          entry.party(),
          entry.incoming() ? entry.party() : entry.wallet(),
          entry.incoming() ? entry.wallet() : entry.party(),
          entry.units(),
          entry.purpose(),
          entry.transaction(),
          new WireTime(entry.at()));
    }
  }

  /** An agent as its wallet shows it; units of a millionth of a USDC. */
  @Serdeable
  record Agent(String address, long balanceUnits, long stakedTokens) {}

  /** What an agent is to hold; what is left out stays. */
  @Serdeable
  @Strict
  record Holding(
      @Nullable @Min(0) @Max(MOST_UNITS) Long balanceUnits,
      @Nullable @Min(0) @Max(MOST_TOKENS) Long stakedTokens)
      implements RequestBody {}

  /**
   * Every wallet of a contract with its transfers, and what is wrong with them.
   *
   * @param contract the one that is asked for; null for all
   */
  @Get("/wallets")
  Audit wallets(@QueryValue @Nullable String contract) {
    return world.transact(
        () -> {
          timers.lookAtAll();
          Map<String, List<WalletEntry>> entries =
              world.entries.oldestFirst().collect(Collectors.groupingBy(WalletEntry::wallet));
          if (contract != null && !world.contracts.holds(contract)) {
            throw ApiError.missing("There is no contract " + contract + ".");
          }
          List<Wallet> wallets =
              world
                  .contracts
                  .oldestFirst(one -> contract == null || one.id().equals(contract))
                  .map(one -> wallet(one, entries.getOrDefault(one.wallet(), List.of())))
                  .toList();
          return new Audit(
              wallets, wallets.stream().flatMap(one -> violations(one).stream()).toList());
        });
  }

  @Get("/agents/{address}")
  Agent read(String address) {
    Address.check(address);
    return world.transact(() -> agent(address));
  }

  @Put("/agents/{address}")
  Agent set(String address, @Body Holding holding) {
    Address.check(address);
    return world.transact(
        () -> {
          world.setBalance(
              address, requireNonNullElse(holding.balanceUnits(), world.balance(address)));
          world.setStakedTokens(
              address, requireNonNullElse(holding.stakedTokens(), world.stakedTokens(address)));
          return agent(address);
        });
  }

  private Agent agent(String address) {
    return new Agent(Address.key(address), world.balance(address), world.stakedTokens(address));
  }

  private static Wallet wallet(WorkingContract contract, List<WalletEntry> own) {
    return new Wallet(
        contract.id(),
        contract.status().word(),
        contract.wallet(),
        sum(own, true),
        sum(own, false),
        contract.paidOut(),
        own.stream().map(Transfer::of).toList());
  }

  private static List<String> violations(Wallet wallet) {
    if (wallet.paidOut() && wallet.inUnits() != wallet.outUnits()) {
      return List.of(
          "%s took in %d and paid out %d"
              .formatted(wallet.contractId(), wallet.inUnits(), wallet.outUnits()));
    } else if (!wallet.paidOut() && wallet.outUnits() > 0) {
      return List.of(wallet.contractId() + " paid out before it ended");
    }
    return List.of();
  }

  private static long sum(List<WalletEntry> entries, boolean incoming) {
    return entries.stream()
        .filter(entry -> entry.incoming() == incoming)
        .mapToLong(WalletEntry::units)
        .sum();
  }
}
