package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.ContractTerms;
import dev.tenure.sandbox.opencontract.model.CreationAttempt;
import dev.tenure.sandbox.opencontract.model.PaidCall.Accept;
import dev.tenure.sandbox.opencontract.model.PaidCall.Create;
import dev.tenure.sandbox.opencontract.model.PaidCall.Dispute;
import dev.tenure.sandbox.opencontract.model.Usdc;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls by which agents move a Working Contract on. Each is judged in the same order: whether
 * the caller has the role for it, what time has done by then, whether the status allows it, and
 * only then whether it is paid.
 */
@Singleton
public record WorkingContracts(
    OpenContractWorld world,
    ContractTimers timers,
    Payments payments,
    PaidCalls paidCalls,
    ContractEnds ends) {
  private static final int MOST_PENDING = 5;

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
    return paidCalls.run(
        new Create(digest, terms),
        client,
        attempt.wallet(),
        terms.price(),
        attempt.diesAt(),
        payment);
  }

  /** The Client takes a contract back that nobody has accepted. */
  public WorkingContract cancel(String caller, String id) {
    WorkingContract contract = asClient(caller, id);
    require(contract, ContractStatus.CREATED, "cancelled");
    return put(ends.cancelled(contract, ContractStatus.CANCELLED_BY_CLIENT, world.now()));
  }

  /** A Worker takes the contract and posts its stake. */
  public Outcome<WorkingContract> accept(
      String caller, String id, @Nullable SignedTransfer payment) {
    WorkingContract contract = asCandidate(caller, id);
    require(contract, ContractStatus.CREATED, "accepted");
    long stake =
        Usdc.part(contract.terms().price(), world.settings().parameters().workerStakeRatio());
    return paidCalls.run(
        new Accept(id),
        caller,
        contract.wallet(),
        stake,
        contract.terms().matchDeadline(),
        payment);
  }

  /** The named Worker does not want it. */
  public WorkingContract decline(String caller, String id) {
    WorkingContract contract = asCandidate(caller, id);
    if (contract.terms().openTender()) {
      throw ApiError.invalid(
          "accept must be true: an open tender is declined by leaving it alone.");
    }
    require(contract, ContractStatus.CREATED, "declined");
    return put(ends.cancelled(contract, ContractStatus.CANCELLED_UNMATCHED, world.now()));
  }

  /** The Worker gives up in time, for a part of its stake. */
  public WorkingContract withdraw(String caller, String id) {
    WorkingContract contract = asWorker(caller, id);
    require(contract, ContractStatus.MATCHED, "withdrawn from");
    if (!world.now().isBefore(contract.terms().withdrawalDeadline())) {
      throw ApiError.conflict("The withdrawalDeadline has passed; only a delivery is left.");
    }
    return put(ends.cancelled(contract, ContractStatus.CANCELLED_WITHDRAWN, world.now()));
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
    return put(ends.approved(contract, world.now()));
  }

  /** The Client puts the delivery to the vote, and posts a bond. */
  public Outcome<WorkingContract> dispute(
      String caller, String id, @Nullable SignedTransfer payment) {
    WorkingContract contract = asClient(caller, id);
    require(contract, ContractStatus.UNDER_REVIEW, "disputed");
    long bond =
        Usdc.part(contract.terms().price(), world.settings().parameters().disputeBondRatio());
    return paidCalls.run(
        new Dispute(id),
        caller,
        contract.wallet(),
        bond,
        contract.terms().reviewDeadline(),
        payment);
  }

  private CreationAttempt attempt(String client, String digest, ContractTerms terms) {
    Instant now = world.now();
    timers.lookAtCreations();
    CreationAttempt known = world.attempts.find(digest);
    if (known != null && known.contractId() != null) {
      throw ApiError.of(
          ApiError.Code.DUPLICATE_CONTRACT,
          "The same request has created a contract already; for a twin give it an idempotencyKey of"
              + " its own.");
    }
    if (settles(digest)) {
      throw ApiError.conflict("The payment of the same request settles; repeat it after that.");
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

  private boolean settles(String digest) {
    return world
        .pendingPayments
        .oldestFirst()
        .anyMatch(one -> one.call() instanceof Create(var same, var terms) && same.equals(digest));
  }

  private Duration untilDeath(CreationAttempt attempt) {
    return Duration.between(world.clock().wall(), world.clock().wall(attempt.diesAt()));
  }

  private WorkingContract asClient(String caller, String id) {
    WorkingContract contract = read(id);
    if (!contract.isClient(caller)) {
      throw ApiError.forbidden("Only the Client of the contract may do this.");
    }
    return contract;
  }

  /** The contract as its Worker may see to it; after the match that is. */
  WorkingContract asWorker(String caller, String id) {
    WorkingContract contract = read(id);
    if (contract.workerStake() == null && contract.isWorker(caller)) {
      throw ApiError.conflict("The contract is " + word(contract.status()) + ": accept it first.");
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

  /** Only a contract of that status, and one that no payment is about to move on. */
  void require(WorkingContract contract, ContractStatus wanted, String done) {
    if (!contract.is(wanted)) {
      throw ApiError.conflict(
          "The contract is %s; it can be %s only while it is %s."
              .formatted(word(contract.status()), done, word(wanted)));
    }
    if (world.settlingOn(contract).findAny().isPresent()) {
      throw ApiError.conflict(
          "A payment on the contract settles; it cannot be %s until that has come to its end."
              .formatted(done));
    }
  }

  private String word(ContractStatus status) {
    return world.settings().word(status);
  }

  private WorkingContract put(WorkingContract contract) {
    world.put(contract);
    return contract;
  }
}
