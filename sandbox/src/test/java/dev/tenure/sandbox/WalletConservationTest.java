package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.ContractTerms;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.ProtocolParameters;
import dev.tenure.sandbox.opencontract.model.WalletEntry;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.rules.ApiError;
import dev.tenure.sandbox.opencontract.rules.Ballots;
import dev.tenure.sandbox.opencontract.rules.ContractTimers;
import dev.tenure.sandbox.opencontract.rules.Outcome;
import dev.tenure.sandbox.opencontract.rules.SignedTransfer;
import dev.tenure.sandbox.opencontract.rules.WorkingContracts;
import dev.tenure.sandbox.opencontract.signature.TransferAuthorization;
import dev.tenure.sandbox.opencontract.world.OpenContractSettings;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.context.ApplicationContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever agents do in whatever order, every wallet pays out what it took in, to the unit, and no
 * unit is made or lost.
 */
class WalletConservationTest {
  private static final int SEEDS = 150;
  private static final int STEPS = 60;
  private static final int AGENTS = 6;
  private static final List<Criterion> WORDS =
      List.of(Criterion.MET, Criterion.NOT_MET, Criterion.UNCLEAR);

  private final ManualClock clock = new ManualClock();
  private final List<Agent> agents =
      IntStream.range(0, AGENTS).mapToObj(number -> new Agent("", clock, 100 + number)).toList();
  private final Set<ContractStatus> ends = EnumSet.noneOf(ContractStatus.class);
  private boolean late;

  @Test
  void moneyIsConservedOverRandomSequences() {
    try (ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .properties(
                Map.of(
                    "sandbox.serving", "true", "micronaut.serde.serialization.inclusion", "ALWAYS"))
            .singletons(new MarketClock(clock))
            .start()) {
      for (long seed = 1; seed <= SEEDS; seed++) {
        new Run(context, seed).play();
      }
    }
    // A walk that never came anywhere would prove nothing.
    assertThat(late).isTrue();
    assertThat(ends)
        .contains(
            ContractStatus.SETTLED_FULLY_MET,
            ContractStatus.SETTLED_PARTIALLY_MET,
            ContractStatus.SETTLED_NONE_MET,
            ContractStatus.CANCELLED_BY_CLIENT,
            ContractStatus.CANCELLED_UNMATCHED,
            ContractStatus.CANCELLED_WITHDRAWN,
            ContractStatus.CANCELLED_ABSENT);
  }

  /** One walk through a world of its own. */
  private final class Run {
    private final OpenContractWorld world;
    private final WorkingContracts contracts;
    private final ContractTimers timers;
    private final Ballots ballots;
    private final Random random;
    private final long seed;
    private final List<String> ids = new ArrayList<>();

    Run(ApplicationContext context, long seed) {
      world = context.getBean(OpenContractWorld.class);
      contracts = context.getBean(WorkingContracts.class);
      timers = context.getBean(ContractTimers.class);
      ballots = context.getBean(Ballots.class);
      this.seed = seed;
      random = new Random(seed);
    }

    void play() {
      world.reset();
      world.transact(
          () -> {
            world.set(settings());
            agents.forEach(agent -> world.setBalance(agent.address(), random.nextInt(2_000_000)));
            return true;
          });
      long all = sum();
      for (int step = 0; step < STEPS; step++) {
        step();
        check(all);
      }
      clock.pass(Duration.ofDays(60));
      world.transact(
          () -> {
            timers.lookAtAll();
            return true;
          });
      check(all);
      assertThat(world.pendingPayments.size()).isZero();
      for (String id : ids) {
        WorkingContract contract = world.contracts.get(id);
        assertThat(contract.paidOut()).as("seed %d, %s", seed, id).isTrue();
        assertThat(contract.status().terminal()).isTrue();
        ends.add(contract.status());
      }
    }

    private void step() {
      Agent agent = agents.get(random.nextInt(AGENTS));
      String id = ids.isEmpty() ? "" : ids.get(random.nextInt(ids.size()));
      try {
        switch (ids.isEmpty() ? 0 : random.nextInt(14)) {
          case 0 -> create(agent);
          case 1 -> world.transact(() -> contracts.cancel(agent.address(), id));
          case 2, 3, 4 -> pay(agent, payment -> contracts.accept(agent.address(), id, payment));
          case 5 -> world.transact(() -> contracts.decline(agent.address(), id));
          case 6 -> world.transact(() -> contracts.withdraw(worker(id, agent), id));
          case 7, 8 -> world.transact(() -> contracts.deliver(worker(id, agent), id, "ipfs://x"));
          case 9 -> world.transact(() -> contracts.approve(agent.address(), id));
          case 10 -> dispute(id);
          case 11, 12 ->
              pay(agent, payment -> ballots.cast(agent.address(), id, words(id), payment));
          default -> clock.pass(Duration.ofMinutes(random.nextInt(900)));
        }
      } catch (ApiError refused) {
        assertThat(refused.code().status()).isBetween(400, 499);
      }
    }

    private void create(Agent client) {
      String digest = "digest " + random.nextLong();
      ContractTerms terms = terms();
      pay(client, payment -> contracts.create(client.address(), terms, digest, payment));
    }

    private void dispute(String id) {
      Agent client =
          agents.stream()
              .filter(agent -> world.contracts.get(id).isClient(agent.address()))
              .findFirst()
              .orElseThrow();
      pay(client, payment -> contracts.dispute(client.address(), id, payment));
    }

    /** Asks for the quote, and mostly pays it. */
    private <T> void pay(Agent agent, Function<@Nullable SignedTransfer, Outcome<T>> call) {
      Outcome<T> first = world.transact(() -> call.apply(null));
      if (first instanceof Outcome.Unpaid<T>(var quote, var reason, var failed)
          && random.nextInt(10) > 0) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("from", agent.address());
        fields.put("to", quote.payTo());
        fields.put("value", Long.toString(quote.units()));
        fields.put("validAfter", "0");
        fields.put("validBefore", Long.toString(clock.instant().getEpochSecond() + 60));
        fields.put("nonce", "0x%064x".formatted(random.nextLong(Long.MAX_VALUE)));
        SignedTransfer payment = signed(agent, fields);
        late |= world.transact(() -> call.apply(payment)) instanceof Outcome.Settling<T>;
      }
    }

    private SignedTransfer signed(Agent agent, Map<String, Object> fields) {
      return new SignedTransfer(
          "exact",
          "eip155:84532",
          new TransferAuthorization(
              text(fields, "from"),
              text(fields, "to"),
              new BigInteger(text(fields, "value")),
              BigInteger.ZERO,
              new BigInteger(text(fields, "validBefore")),
              text(fields, "nonce")),
          agent.signature(fields));
    }

    private void check(long all) {
      assertThat(sum()).as("seed %d", seed).isEqualTo(all);
      ids.clear();
      world.contracts.oldestFirst().map(WorkingContract::id).forEach(ids::add);
      for (String id : ids) {
        WorkingContract contract = world.contracts.get(id);
        long held = held(contract);
        long posted =
            contract.backupAgents().stream().mapToLong(one -> one.slice()).sum()
                * contract.criteria();
        long paidIn = contract.terms().price() + contract.stake() + contract.bond() + posted;
        assertThat(held)
            .as("seed %d, %s, %s", seed, id, contract.status().word())
            .isEqualTo(contract.paidOut() ? 0 : paidIn);
      }
    }

    /**
     * Everything that there is: in the wallets of agents, the Treasury's, and those of contracts.
     */
    private long sum() {
      return world.transact(
          () ->
              agents.stream().mapToLong(agent -> world.balance(agent.address())).sum()
                  + world.balance(Address.TREASURY)
                  + world.contracts.oldestFirst().mapToLong(this::held).sum());
    }

    private long held(WorkingContract contract) {
      return world
          .entries
          .oldestFirst()
          .filter(entry -> entry.wallet().equals(contract.wallet()))
          .mapToLong((WalletEntry entry) -> entry.incoming() ? entry.units() : -entry.units())
          .sum();
    }

    private String worker(String id, Agent otherwise) {
      return Objects.requireNonNullElse(world.contracts.get(id).worker(), otherwise.address());
    }

    private List<Criterion> words(String id) {
      Criterion usual = WORDS.get(random.nextInt(3));
      return IntStream.range(0, world.contracts.get(id).criteria())
          .mapToObj(index -> random.nextInt(3) > 0 ? usual : WORDS.get(random.nextInt(3)))
          .toList();
    }

    private ContractTerms terms() {
      Instant now = clock.instant();
      int criteria = 1 + random.nextInt(4);
      return new ContractTerms(
          "title",
          "description",
          IntStream.range(0, criteria).mapToObj(index -> "criterion " + index).toList(),
          null,
          random.nextBoolean() ? null : agents.get(random.nextInt(AGENTS)).address(),
          1 + random.nextInt(300_000),
          now.plus(Duration.ofHours(20)),
          now.plus(Duration.ofHours(40)),
          now.plus(Duration.ofHours(60)),
          now.plus(Duration.ofHours(90)),
          null,
          null);
    }

    private OpenContractSettings settings() {
      return new OpenContractSettings(
          new ProtocolParameters(
              ratio(),
              ratio(),
              ratio(),
              ratio(),
              ratio(),
              ratio(),
              ratio(),
              BigDecimal.TEN,
              BigDecimal.ONE,
              BigDecimal.ZERO,
              "PT24H",
              random.nextBoolean() ? null : 1 + random.nextInt(3)),
          random.nextLong(3_600_000),
          random.nextBoolean() ? 0L : random.nextLong(40_000_000),
          0L,
          true,
          0L,
          random.nextBoolean(),
          false);
    }

    private BigDecimal ratio() {
      return BigDecimal.valueOf(random.nextInt(10_000), 4 + random.nextInt(2));
    }
  }

  private static String text(Map<String, Object> fields, String name) {
    return Objects.requireNonNull(fields.get(name)).toString();
  }
}
