package dev.tenure.sandbox.opencontract.rules;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.BackupAgent;
import dev.tenure.sandbox.opencontract.model.ContractTerms;
import dev.tenure.sandbox.opencontract.model.CreationAttempt;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.PaidCall;
import dev.tenure.sandbox.opencontract.model.PaidCall.Accept;
import dev.tenure.sandbox.opencontract.model.PaidCall.Ballot;
import dev.tenure.sandbox.opencontract.model.PaidCall.Create;
import dev.tenure.sandbox.opencontract.model.PaidCall.Dispute;
import dev.tenure.sandbox.opencontract.model.PaymentQuote;
import dev.tenure.sandbox.opencontract.model.PendingPayment;
import dev.tenure.sandbox.opencontract.model.Receipt;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.rules.Outcome.Done;
import dev.tenure.sandbox.opencontract.rules.Outcome.Settling;
import dev.tenure.sandbox.opencontract.rules.Outcome.Unpaid;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the calls that cost something: quote, verify, claim, settle, commit (the order is
 * assumed). A settlement may take its time; whoever began in time has what was claimed.
 */
@Singleton
public record PaidCalls(OpenContractWorld world, Payments payments, ContractEnds ends) {
  /** How many may vote while the protocol says nothing (assumed). */
  private static final int RECRUITS = 3;

  /**
   * A call that is allowed; nothing is asked for where the amount is nothing.
   *
   * @param latest the deadline of the call, beyond which no quote lives
   */
  Outcome<WorkingContract> run(
      PaidCall call,
      String payer,
      String payTo,
      long units,
      Instant latest,
      @Nullable SignedTransfer payment) {
    if (units == 0) {
      PaymentQuote nothing =
          new PaymentQuote(call.subject(), payer, payTo, 0, call.description(), latest);
      return new Done<>(carriedOut(call, nothing, world.now()), null);
    }
    PaymentQuote quote =
        payments.quote(call.subject(), payer, payTo, units, call.description(), latest);
    if (payment == null) {
      return new Unpaid<>(quote, "Payment required", null);
    }
    String objection = payments.objection(quote, payment);
    if (objection != null) {
      return unpaid(quote, Receipt.failed(objection, payer));
    }
    PendingPayment pending =
        new PendingPayment(
            world.newId("payment"),
            call,
            quote,
            Payments.nonce(payment.authorization()),
            world.now().plusMillis(world.settings().settlementMs()));
    if (world.now().isBefore(pending.settlesAt())) {
      world.pendingPayments.put(pending.id(), pending);
      return new Settling<>(pending, contract -> contract);
    }
    return settled(pending);
  }

  /** Moves the money, and does what it was for. */
  Outcome<WorkingContract> settled(PendingPayment pending) {
    world.pendingPayments.remove(pending.id());
    Receipt receipt = payments.collect(pending);
    return receipt.success()
        ? new Done<>(carriedOut(pending.call(), pending.quote(), pending.settlesAt()), receipt)
        : unpaid(failed(pending), receipt);
  }

  /** How a payment went that does not settle any more, as the call that brought it tells it. */
  public Outcome<WorkingContract> outcome(PendingPayment pending) {
    PaymentQuote quote = pending.quote();
    String transaction = world.nonces.find(pending.nonce());
    return transaction == null
        ? unpaid(latest(quote), Receipt.failed(Payments.INSUFFICIENT_FUNDS, quote.payer()))
        : new Done<>(
            world.contracts.get(contractOf(pending.call())),
            Receipt.settled(transaction, quote.payer()));
  }

  /** How many may vote on a dispute. */
  int recruits() {
    Integer wanted = world.settings().parameters().baRecruitCount();
    return wanted == null ? RECRUITS : wanted;
  }

  private PaymentQuote latest(PaymentQuote quote) {
    PaymentQuote known = world.quotes.find(Payments.key(quote));
    return known == null ? quote : known;
  }

  private String contractOf(PaidCall call) {
    return requireNonNull(
        call instanceof Create(var digest, var terms)
            ? world.attempts.get(digest).contractId()
            : call.contractId());
  }

  private WorkingContract carriedOut(PaidCall call, PaymentQuote quote, Instant at) {
    WorkingContract after =
        switch (call) {
          case Create(var digest, var terms) -> created(digest, terms, quote, at);
          case Accept(var id) -> matched(world.contracts.get(id), quote, at);
          case Dispute(var id) -> world.contracts.get(id).disputed(quote.units(), at);
          case Ballot(var id, var words) -> joined(world.contracts.get(id), words, quote, at);
        };
    world.put(after);
    return after;
  }

  private WorkingContract created(
      String digest, ContractTerms terms, PaymentQuote quote, Instant at) {
    CreationAttempt attempt = world.attempts.get(digest);
    WorkingContract contract =
        WorkingContract.created(
            world.newId("contract"), at, attempt.client(), terms, quote.payTo());
    world.attempts.put(digest, attempt.paid(contract.id()));
    return contract;
  }

  private static WorkingContract matched(WorkingContract contract, PaymentQuote quote, Instant at) {
    String named = contract.worker();
    return contract.matched(named == null ? quote.payer() : named, quote.units(), at);
  }

  /** The last one that is wanted ends the dispute. */
  private WorkingContract joined(
      WorkingContract contract, List<Criterion> words, PaymentQuote quote, Instant at) {
    String caller = quote.payer();
    for (int index = 0; index < words.size(); index++) {
      Vote vote = Vote.cast(contract.id(), caller, index, words.get(index));
      world.votes.put(vote.key(), vote);
    }
    WorkingContract after =
        contract.joined(new BackupAgent(caller, quote.units() / contract.criteria()));
    return after.backupAgents().size() < recruits() ? after : ends.tallied(after, at);
  }

  /** A payment of a creation that could not be collected is remembered, and pays elsewhere next. */
  private PaymentQuote failed(PendingPayment pending) {
    PaymentQuote quote = pending.quote();
    if (!(pending.call() instanceof Create(var digest, var terms))) {
      return quote;
    }
    String client = Address.key(quote.payer());
    Integer before = world.unfunded.find(client);
    world.unfunded.put(client, before == null ? 1 : before + 1);
    CreationAttempt attempt = world.attempts.get(digest).at(payments.newWallet());
    world.attempts.put(digest, attempt);
    return payments.quote(
        quote.call(),
        quote.payer(),
        attempt.wallet(),
        quote.units(),
        quote.description(),
        attempt.diesAt());
  }

  private static Outcome<WorkingContract> unpaid(PaymentQuote quote, Receipt receipt) {
    return new Unpaid<>(quote, requireNonNull(receipt.errorReason()), receipt);
  }
}
