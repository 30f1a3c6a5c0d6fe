package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.ContractTerms;
import dev.tenure.sandbox.opencontract.model.CreationAttempt;
import dev.tenure.sandbox.opencontract.model.PaymentQuote;
import dev.tenure.sandbox.opencontract.model.Usdc;
import dev.tenure.sandbox.opencontract.model.WalletEntry.Purpose;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.rules.Outcome.Done;
import dev.tenure.sandbox.opencontract.rules.Outcome.Receipt;
import dev.tenure.sandbox.opencontract.rules.Outcome.Unpaid;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls by which agents move a Working Contract on. Each is judged in the same order: whether
 * the caller has the role for it, what time has done by then, whether the status allows it, and
 * only then whether it is paid.
 */
@Singleton
public class WorkingContracts {
  private static final int MOST_PENDING = 5;

  private final OpenContractWorld world;
  private final ContractTimers timers;
  private final Payments payments;

  WorkingContracts(OpenContractWorld world, ContractTimers timers, Payments payments) {
    this.world = world;
    this.timers = timers;
    this.payments = payments;
  }

  /** The contract as it is now. */
  public WorkingContract read(String id) {
    WorkingContract found = world.contracts.find(id);
    if (found == null) {
      throw ApiError.missing("There is no contract " + id + ".");
    }
    return timers.look(found);
  }

  /**
   * Creates a contract once its price is paid.
   *
   * @param digest that of the bytes of the request, by which a repetition is known
   */
  public Outcome<WorkingContract> create(
      String client, ContractTerms terms, String digest, @Nullable SignedTransfer payment) {
    if (Address.same(terms.worker(), client)) {
      throw ApiError.forbidden("worker must be somebody else than the Client.");
    }
    CreationAttempt attempt = attempt(client, digest, terms);
    PaymentQuote quote =
        payments.quote(
            "create/" + digest,
            client,
            attempt.wallet(),
            terms.price(),
            "Escrowed Funds",
            attempt.diesAt());
    Receipt receipt = payments.settle(quote, payment, Purpose.ESCROW);
    if (receipt == null) {
      return unpaid(quote, null);
    } else if (!receipt.success()) {
      return failed(attempt, quote, receipt);
    }
    return new Done<>(created(client, terms, attempt), receipt);
  }

  /** The Client takes a contract back that nobody has accepted. */
  public WorkingContract cancel(String caller, String id) {
    WorkingContract contract = asClient(caller, id);
    require(contract, ContractStatus.CREATED, "cancelled");
    return put(timers.cancelled(contract, ContractStatus.CANCELLED_BY_CLIENT, world.now()));
  }

  /** A Worker takes the contract and posts its stake. */
  public Outcome<WorkingContract> accept(
      String caller, String id, @Nullable SignedTransfer payment) {
    WorkingContract contract = asCandidate(caller, id);
    require(contract, ContractStatus.CREATED, "accepted");
    long stake =
        Usdc.part(contract.terms().price(), world.settings().parameters().workerStakeRatio());
    return paid(
        "accept",
        caller,
        contract,
        stake,
        "Worker Stake",
        contract.terms().matchDeadline(),
        payment,
        Purpose.STAKE,
        posted -> contract.matched(workerOf(contract, caller), posted, world.now()));
  }

  /** The named Worker does not want it. */
  public WorkingContract decline(String caller, String id) {
    WorkingContract contract = asCandidate(caller, id);
    if (contract.terms().openTender()) {
      throw ApiError.invalid(
          "accept must be true: an open tender is declined by leaving it alone.");
    }
    require(contract, ContractStatus.CREATED, "declined");
    return put(timers.cancelled(contract, ContractStatus.CANCELLED_UNMATCHED, world.now()));
  }

  /** The Worker gives up in time, for a part of its stake. */
  public WorkingContract withdraw(String caller, String id) {
    WorkingContract contract = asWorker(caller, id);
    require(contract, ContractStatus.MATCHED, "withdrawn from");
    if (!world.now().isBefore(contract.terms().withdrawalDeadline())) {
      throw ApiError.conflict("The withdrawalDeadline has passed; only a delivery is left.");
    }
    return put(timers.cancelled(contract, ContractStatus.CANCELLED_WITHDRAWN, world.now()));
  }

  /** The Worker hands its work in; there is one delivery. */
  public WorkingContract deliver(String caller, String id, String delivery) {
    WorkingContract contract = asWorker(caller, id);
    require(contract, ContractStatus.MATCHED, "delivered to");
    return put(contract.delivered(delivery, world.now()));
  }

  /** The Client finds every criterion met. */
  public WorkingContract approve(String caller, String id) {
    WorkingContract contract = asClient(caller, id);
    require(contract, ContractStatus.UNDER_REVIEW, "approved");
    return put(timers.approved(contract, world.now()));
  }

  /** The Client puts the delivery to the vote, and posts a bond. */
  public Outcome<WorkingContract> dispute(
      String caller, String id, @Nullable SignedTransfer payment) {
    WorkingContract contract = asClient(caller, id);
    require(contract, ContractStatus.UNDER_REVIEW, "disputed");
    long bond =
        Usdc.part(contract.terms().price(), world.settings().parameters().disputeBondRatio());
    return paid(
        "dispute",
        caller,
        contract,
        bond,
        "Dispute Bond",
        contract.terms().reviewDeadline(),
        payment,
        Purpose.DISPUTE_BOND,
        posted -> contract.disputed(posted, world.now()));
  }

  /**
   * Carries out a call on a contract that costs something; nothing is asked for where the amount is
   * nothing.
   *
   * @param done what the contract becomes by the amount that was paid
   */
  Outcome<WorkingContract> paid(
      String call,
      String caller,
      WorkingContract contract,
      long units,
      String description,
      Instant latest,
      @Nullable SignedTransfer payment,
      Purpose purpose,
      Function<Long, WorkingContract> done) {
    if (units == 0) {
      return new Done<>(put(done.apply(0L)), null);
    }
    PaymentQuote quote =
        payments.quote(
            call + "/" + contract.id(), caller, contract.wallet(), units, description, latest);
    Receipt receipt = payments.settle(quote, payment, purpose);
    return receipt == null || !receipt.success()
        ? unpaid(quote, receipt)
        : new Done<>(put(done.apply(quote.units())), receipt);
  }

  private CreationAttempt attempt(String client, String digest, ContractTerms terms) {
    Instant now = world.now();
    CreationAttempt known = world.attempts.find(digest);
    if (known != null && known.contractId() != null) {
      throw ApiError.of(
          ApiError.Code.DUPLICATE_CONTRACT,
          "The same request has created a contract already; for a twin give it an idempotencyKey of"
              + " its own.");
    }
    if (!now.isBefore(terms.matchDeadline())) {
      throw ApiError.invalid("matchDeadline must be in the future");
    }
    if (known != null && known.pending(now)) {
      return known;
    }
    List<CreationAttempt> pending =
        world
            .attempts
            .newestFirst()
            .takeWhile(one -> now.isBefore(one.diesAt()))
            .filter(one -> Address.same(one.client(), client) && one.pending(now))
            .toList();
    if (pending.size() >= MOST_PENDING) {
      throw ApiError.of(
          ApiError.Code.TOO_MANY_PENDING_ATTEMPTS,
          "%d creations wait for their payment; pay one, or wait until one has died."
              .formatted(MOST_PENDING),
          untilDeath(pending.getLast()));
    }
    CreationAttempt attempt = new CreationAttempt(digest, client, payments.newWallet(), now, null);
    world.attempts.remove(digest);
    world.attempts.put(digest, attempt);
    return attempt;
  }

  private Duration untilDeath(CreationAttempt attempt) {
    return Duration.between(world.clock().wall(), world.clock().wall(attempt.diesAt()));
  }

  /** A payment that could not be collected is remembered, and is to go elsewhere the next time. */
  private Outcome<WorkingContract> failed(
      CreationAttempt attempt, PaymentQuote quote, Receipt receipt) {
    if (!Payments.INSUFFICIENT_FUNDS.equals(receipt.errorReason())) {
      return unpaid(quote, receipt);
    }
    Integer before = world.unfunded.find(Address.key(attempt.client()));
    world.unfunded.put(Address.key(attempt.client()), before == null ? 1 : before + 1);
    String wallet = payments.newWallet();
    world.attempts.put(
        attempt.digest(),
        new CreationAttempt(attempt.digest(), attempt.client(), wallet, attempt.quotedAt(), null));
    PaymentQuote fresh =
        payments.quote(
            quote.call(),
            quote.payer(),
            wallet,
            quote.units(),
            quote.description(),
            attempt.diesAt());
    return unpaid(fresh, receipt);
  }

  private WorkingContract created(String client, ContractTerms terms, CreationAttempt attempt) {
    WorkingContract contract =
        WorkingContract.created(
            world.newId("contract"), world.now(), client, terms, attempt.wallet());
    world.attempts.put(attempt.digest(), attempt.paid(contract.id()));
    return put(contract);
  }

  private WorkingContract asClient(String caller, String id) {
    WorkingContract contract = read(id);
    if (!contract.isClient(caller)) {
      throw ApiError.forbidden("Only the Client of the contract may do this.");
    }
    return contract;
  }

  private WorkingContract asWorker(String caller, String id) {
    WorkingContract contract = read(id);
    if (contract.workerStake() == null && contract.isWorker(caller)) {
      throw ApiError.conflict("The contract is " + contract.status().word() + ": accept it first.");
    }
    if (!contract.isWorker(caller)) {
      throw ApiError.forbidden("Only the Worker of the contract may do this.");
    }
    return contract;
  }

  private WorkingContract asCandidate(String caller, String id) {
    WorkingContract contract = read(id);
    if (contract.isClient(caller)) {
      throw ApiError.forbidden("The Client of a contract cannot be its Worker.");
    }
    if (!contract.terms().openTender() && !contract.isWorker(caller)) {
      throw ApiError.forbidden("The contract was awarded to another Worker.");
    }
    return contract;
  }

  private static String workerOf(WorkingContract contract, String caller) {
    String named = contract.worker();
    return named == null ? caller : named;
  }

  static void require(WorkingContract contract, ContractStatus wanted, String done) {
    if (!contract.is(wanted)) {
      throw ApiError.conflict(
          "The contract is %s; it can be %s only while it is %s."
              .formatted(contract.status().word(), done, wanted.word()));
    }
  }

  private WorkingContract put(WorkingContract contract) {
    world.put(contract);
    return contract;
  }

  private static Outcome<WorkingContract> unpaid(PaymentQuote quote, @Nullable Receipt receipt) {
    String reason = receipt == null ? null : receipt.errorReason();
    return new Unpaid<>(quote, reason == null ? "Payment required" : reason, receipt);
  }
}
