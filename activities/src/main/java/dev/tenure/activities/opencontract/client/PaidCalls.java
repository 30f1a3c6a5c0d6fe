package dev.tenure.activities.opencontract.client;

import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opencontract.client.OpenContractClient.ContractsPage;
import dev.tenure.activities.opencontract.client.OpenContractClient.Payable;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.PaymentAuthorizer;
import dev.tenure.activities.opencontract.signer.PaymentIntent;
import dev.tenure.activities.opencontract.signer.PaymentRefusedException;
import dev.tenure.activities.opencontract.signer.PaymentRequired;
import dev.tenure.activities.opencontract.signer.RecordedPayment;
import dev.tenure.activities.opencontract.signer.SignedPayment;
import dev.tenure.model.Money;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a payment goes with, so that money moves once however often they are made and
 * whatever answer is lost: what may have been paid is looked for first, the same signature is sent
 * again while it holds, and another is made only when the first can no longer be settled and a
 * later look does not show its effect.
 */
public final class PaidCalls {

  /** What is known after a call. */
  public sealed interface Outcome {

    /**
     * It was carried out and paid, by this call or an earlier one.
     *
     * @param transaction of the payment, where it was told
     */
    record Paid(WorkingContract contract, @Nullable String transaction) implements Outcome {}

    /**
     * A signature is out, and nobody knows whether it is settled. To be called again.
     *
     * @param until when another look will tell
     */
    record Uncertain(Instant until, String words) implements Outcome {}
  }

  /**
   * Looks for the effect of a payment; empty where it is not there. The payer may be another than
   * today's, where the account's key was changed since.
   */
  private interface Look {
    Optional<WorkingContract> paid(Address payer) throws OpenContractRefusal, Unavailable;
  }

  private final OpenContractClient client;
  private final PaymentAuthorizer authorizer;
  private final InstantSource clock;

  public PaidCalls(OpenContractClient client, PaymentAuthorizer authorizer, InstantSource clock) {
    this.client = client;
    this.authorizer = authorizer;
    this.clock = clock;
  }

  /**
   * Creates a contract and locks its price.
   *
   * @throws PaymentRefusedException where the quote or a limit forbids it; nothing was signed
   */
  public Outcome create(NewContract contract)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    return pay(
        new PaymentIntent("create:" + contract.key(), contract.price(), null),
        OpenContractClient.creation(contract),
        payer -> find(contract, payer));
  }

  /**
   * Disputes a delivery and locks the bond.
   *
   * @param bond exactly what is due
   * @param wallet that the contract's price was paid into, where it is known
   * @throws PaymentRefusedException where the quote or a limit forbids it; nothing was signed
   */
  public Outcome dispute(String contractId, Money bond, @Nullable Address wallet)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    return pay(
        new PaymentIntent("dispute:" + contractId, bond, wallet),
        OpenContractClient.dispute(contractId),
        payer -> Optional.of(client.contract(contractId)).filter(c -> c.disputeBond() != null));
  }

  private Outcome pay(PaymentIntent intent, Call call, Look look)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    Optional<RecordedPayment> before = authorizer.recorded(intent);
    if (before.isPresent()) {
      Optional<Outcome> known = settle(intent, call, look, before.get());
      if (known.isPresent()) {
        return known.get();
      }
    }
    return payFirst(intent, call, look);
  }

  /** What an earlier payment came to; empty once it is proven unpaid. */
  private Optional<Outcome> settle(
      PaymentIntent intent, Call call, Look look, RecordedPayment payment)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    Instant lookedAt = clock.instant();
    Optional<WorkingContract> paid = look.paid(payment.authorization().from());
    if (paid.isPresent()) {
      authorizer.settled(payment, payment.transaction());
      return Optional.of(new Outcome.Paid(paid.get(), payment.transaction()));
    }
    if (payment.state() == RecordedPayment.State.SETTLED) {
      return Optional.of(
          uncertain(payment, "it was settled, and OpenContract does not show it yet"));
    }
    Optional<SignedPayment> again = authorizer.repeat(intent, payment);
    if (again.isPresent()) {
      return Optional.of(send(call, look, payment, again.get()));
    }
    return authorizer.unpaid(payment, lookedAt)
        ? Optional.empty()
        : Optional.of(uncertain(payment, "its signature may still be settled"));
  }

  private Outcome payFirst(PaymentIntent intent, Call call, Look look)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    Payable quoted;
    try {
      quoted = client.send(call, null);
    } catch (OpenContractRefusal e) {
      return new Outcome.Paid(foundOrElse(look, authorizer.payer(), e), null);
    }
    return switch (quoted) {
      case Payable.Done(WorkingContract contract, var transaction) ->
          new Outcome.Paid(contract, transaction);
      case Payable.Due(PaymentRequired required) -> {
        SignedPayment payment = authorizer.authorize(intent, required);
        yield send(call, look, authorizer.recorded(intent).orElseThrow(), payment);
      }
    };
  }

  private Outcome send(Call call, Look look, RecordedPayment payment, SignedPayment signed)
      throws OpenContractRefusal, Unavailable {
    Payable answer;
    try {
      answer = client.send(call, signed);
    } catch (OpenContractRefusal e) {
      WorkingContract found = foundOrElse(look, payment.authorization().from(), e);
      authorizer.settled(payment, null);
      return new Outcome.Paid(found, null);
    }
    return switch (answer) {
      case Payable.Done(WorkingContract contract, var transaction) -> {
        authorizer.settled(payment, transaction);
        yield new Outcome.Paid(contract, transaction);
      }
      case Payable.Due(PaymentRequired required) ->
          uncertain(
              payment,
              "OpenContract asks for a payment again after one was sent"
                  + (required.error() == null ? "" : ", and says " + required.error()));
    };
  }

  /** A conflict or a duplicate may mean that an earlier payment was taken: the look tells. */
  private static WorkingContract foundOrElse(Look look, Address payer, OpenContractRefusal refusal)
      throws OpenContractRefusal, Unavailable {
    boolean fact =
        refusal.tells(OpenContractAnswer.Fact.CONFLICT)
            || refusal.tells(OpenContractAnswer.Fact.DUPLICATE_CONTRACT);
    Optional<WorkingContract> found = fact ? look.paid(payer) : Optional.empty();
    return found.orElseThrow(() -> refusal);
  }

  /** The answer to a creation may be lost, and the title alone of ours comes back. */
  private Optional<WorkingContract> find(NewContract contract, Address payer)
      throws OpenContractRefusal, Unavailable {
    @Nullable String cursor = null;
    for (int page = 0; page < Assumptions.PAGES_LOOKED_THROUGH; page++) {
      ContractsPage rows = client.contractsOf(payer, cursor);
      Optional<WorkingContract> found =
          rows.rows().stream().filter(row -> contract.title().equals(row.title())).findFirst();
      if (found.isPresent()) {
        return Optional.of(client.contract(found.get().id()));
      }
      @Nullable String next = rows.nextCursor();
      if (next == null || next.equals(cursor)) {
        return Optional.empty();
      }
      cursor = next;
    }
    throw Unavailable.notMade(
        "the contract %s was not found among the newest %d of this address, and there are more"
            .formatted(contract.key(), Assumptions.PAGES_LOOKED_THROUGH * Assumptions.PAGE),
        null);
  }

  private static Outcome uncertain(RecordedPayment payment, String words) {
    Instant until = payment.authorization().worthlessFrom();
    return new Outcome.Uncertain(until, "the payment of %s: %s".formatted(payment.intent(), words));
  }
}
