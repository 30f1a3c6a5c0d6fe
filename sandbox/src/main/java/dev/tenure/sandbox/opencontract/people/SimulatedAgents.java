package dev.tenure.sandbox.opencontract.people;

import dev.tenure.sandbox.clock.Schedule;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.PaymentQuote;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.rules.ApiError;
import dev.tenure.sandbox.opencontract.rules.Ballots;
import dev.tenure.sandbox.opencontract.rules.Outcome;
import dev.tenure.sandbox.opencontract.rules.Payments;
import dev.tenure.sandbox.opencontract.rules.SignedTransfer;
import dev.tenure.sandbox.opencontract.rules.WorkingContracts;
import dev.tenure.sandbox.opencontract.signature.PlayWallet;
import dev.tenure.sandbox.opencontract.signature.TransferAuthorization;
import dev.tenure.sandbox.opencontract.world.AgentPolicy;
import dev.tenure.sandbox.opencontract.world.AgentPolicy.Backups;
import dev.tenure.sandbox.opencontract.world.AgentPolicy.Workers;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import dev.tenure.sandbox.random.SeededDraw;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Agents who work and vote by a policy. They sign for what they pay like everybody else. What they
 * will do is never stored: it follows from the contract and the policy, so it is found again after
 * a restart, and an outdated plan does nothing when it comes due.
 */
@Singleton
public class SimulatedAgents {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedAgents.class);
  private static final int EACH = 9;
  private static final BigInteger LONG_AGO = BigInteger.ZERO;
  private static final int LIFETIME_SECONDS = 60;

  private final OpenContractWorld world;
  private final Schedule schedule;
  private final WorkingContracts contracts;
  private final Ballots ballots;
  private final Map<String, PlayWallet> workers = wallets("worker-");
  private final List<PlayWallet> backups = List.copyOf(wallets("backup-").values());

  SimulatedAgents(
      OpenContractWorld world, Schedule schedule, WorkingContracts contracts, Ballots ballots) {
    this.world = world;
    this.schedule = schedule;
    this.contracts = contracts;
    this.ballots = ballots;
    world.onChange(WorkingContract.class, this::plan);
  }

  /** Plans anew for everything that is open: at the start, and when the policy has changed. */
  public void wake() {
    world.eachRunning(this::plan);
  }

  private void plan(WorkingContract contract) {
    AgentPolicy policy = world.policy();
    SeededDraw draw = new SeededDraw(policy.seed());
    String about = contract.terms().title();
    switch (contract.status()) {
      case CREATED -> planOffer(contract, policy.workers(), draw, about);
      case MATCHED -> planWork(contract, policy.workers(), draw, about);
      case DISPUTED -> planVotes(contract, policy.backups(), draw, about);
      default -> {
        // Nobody else has anything to do.
      }
    }
  }

  private void planOffer(WorkingContract contract, Workers habits, SeededDraw draw, String about) {
    double share = draw.draw("offer " + about);
    boolean takes = share < habits.accept().doubleValue();
    boolean declines = !takes && share < habits.accept().add(habits.decline()).doubleValue();
    candidates(contract, habits)
        .filter(wallet -> takes || (declines && !contract.terms().openTender()))
        .forEach(
            wallet ->
                at(
                    contract,
                    draw.between(habits.delayMs(), habits.maxDelayMs(), "take " + about),
                    () -> answer(contract.id(), wallet, takes)));
  }

  private void planWork(WorkingContract contract, Workers habits, SeededDraw draw, String about) {
    PlayWallet wallet = worker(contract.worker());
    double share = draw.draw("work " + about);
    boolean delivers = share < habits.deliver().doubleValue();
    boolean withdraws = !delivers && share < habits.deliver().add(habits.withdraw()).doubleValue();
    if (wallet != null && (delivers || withdraws)) {
      at(
          contract,
          draw.between(habits.delayMs(), habits.maxDelayMs(), "hand in " + about),
          () -> {
            if (delivers) {
              contracts.deliver(
                  wallet.address(), contract.id(), "ipfs://delivery/" + contract.id());
            } else {
              contracts.withdraw(wallet.address(), contract.id());
            }
          });
    }
  }

  private void planVotes(WorkingContract contract, Backups habits, SeededDraw draw, String about) {
    for (int number = 0; number < Math.min(habits.votes(), EACH); number++) {
      PlayWallet wallet = backups.get(number);
      String who = about + ", voter " + number;
      List<Criterion> words =
          IntStream.range(0, contract.criteria())
              .mapToObj(index -> word(habits, index, draw.draw(who + ", criterion " + index)))
              .toList();
      at(
          contract,
          draw.between(habits.delayMs(), habits.maxDelayMs(), "vote " + who),
          () ->
              pay(
                  wallet,
                  payment -> ballots.cast(wallet.address(), contract.id(), words, payment)));
    }
  }

  /** One step of somebody's, unless the contract has moved on by then. */
  private void at(WorkingContract planned, long delayMs, Runnable step) {
    ContractStatus status = planned.status();
    schedule.at(
        planned.since().plusMillis(delayMs),
        () -> {
          try {
            world.run(
                () -> {
                  WorkingContract contract = world.contracts.find(planned.id());
                  if (contract != null && contract.is(status)) {
                    step.run();
                  }
                });
          } catch (ApiError refused) {
            LOG.debug("{}: a simulated agent was refused: {}", planned.id(), refused.words());
          }
        });
  }

  private void answer(String id, PlayWallet wallet, boolean takes) {
    if (takes) {
      pay(wallet, payment -> contracts.accept(wallet.address(), id, payment));
    } else {
      contracts.decline(wallet.address(), id);
    }
  }

  /** The Worker who is named, if it is one of ours; or those who reach for an open tender. */
  private Stream<PlayWallet> candidates(WorkingContract contract, Workers habits) {
    return contract.terms().openTender()
        ? workers.values().stream().limit(habits.rivals())
        : Stream.ofNullable(worker(contract.worker()));
  }

  private @Nullable PlayWallet worker(@Nullable String address) {
    return address == null ? null : workers.get(Address.key(address));
  }

  private static Criterion word(Backups habits, int criterion, double share) {
    if (criterion < habits.criteria().size()) {
      return habits.criteria().get(criterion);
    }
    if (share < habits.met().doubleValue()) {
      return Criterion.MET;
    }
    return share < habits.met().add(habits.notMet()).doubleValue()
        ? Criterion.NOT_MET
        : Criterion.UNCLEAR;
  }

  /** Asks what a call costs, and pays it. */
  private <T> void pay(PlayWallet wallet, Function<@Nullable SignedTransfer, Outcome<T>> call) {
    if (call.apply(null) instanceof Outcome.Unpaid<T>(var quote, var reason, var none)
        && call.apply(signed(wallet, quote))
            instanceof Outcome.Unpaid<T>(var again, var why, var failed)) {
      LOG.debug("{} could not pay: {}", wallet.address(), why);
    }
  }

  private SignedTransfer signed(PlayWallet wallet, PaymentQuote quote) {
    TransferAuthorization transfer =
        new TransferAuthorization(
            wallet.address(),
            quote.payTo(),
            BigInteger.valueOf(quote.units()),
            LONG_AGO,
            BigInteger.valueOf(world.clock().wall().getEpochSecond() + LIFETIME_SECONDS),
            "0x%064x".formatted(world.next("nonce")));
    return new SignedTransfer(
        Payments.SCHEME, Payments.TOKEN.network(), transfer, wallet.sign(transfer, Payments.TOKEN));
  }

  private static Map<String, PlayWallet> wallets(String prefix) {
    Map<String, PlayWallet> all = new LinkedHashMap<>();
    for (int number = 1; number <= EACH; number++) {
      PlayWallet wallet = PlayWallet.named(prefix + number);
      all.put(wallet.address(), wallet);
    }
    return all;
  }
}
