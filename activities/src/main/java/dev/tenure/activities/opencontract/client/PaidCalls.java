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
import dev.tenure.activities.opencontract.signer.TransferAuthorization;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a payment goes with, so that money moves once however often they are made and
 * whatever answer is lost: what may have been paid is looked for first, the same signature is sent
 * again while it holds, and another is made only when the first can no longer be settled and a
 * later look does not show its effect.
 */
public final class PaidCalls {

  /** How soon a call is made again that OpenContract is still busy with. */
  private static final Duration BUSY = Duration.ofSeconds(30);

  /** How a signed payment is sent. */
  private interface Sender {
    Payable send(SignedPayment payment) throws OpenContractRefusal, Unavailable;
  }

  /** What tells of a payment's effect. */
  private interface Look {

    /** Whether OpenContract counts what is not paid yet, and takes a few at once only. */
    boolean counted();

    /** The contract with the effect; empty where it is not there. */
    Optional<WorkingContract> paid(Payer payer) throws OpenContractRefusal, Unavailable;

    /**
     * What a conflict means where the effect is not there and no signature is out: the contract
     * that does not allow the call any more; empty where OpenContract settles an earlier payment.
     */
    Optional<WorkingContract> overtaken() throws OpenContractRefusal, Unavailable;
  }

  /**
   * Who paid, or may have.
   *
   * @param address another than today's, where the account's key was changed since
   * @param since before which the payment cannot have been settled; absent where none is known
   */
  private record Payer(Address address, @Nullable Instant since) {

    static Payer of(RecordedPayment payment) {
      TransferAuthorization authorization = payment.authorization();
      return new Payer(authorization.from(), authorization.validAfter());
    }

    Payer atAnyTime() {
      return new Payer(address, null);
    }
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
   * @throws OpenContractRefusal where it was refused; unless the key was, no payment of it is out
   * @throws PaymentRefusedException where the quote or a limit forbids it; no payment of it is out
   */
  public PaidAnswer create(NewContract contract)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    return pay(
        creation(contract.key(), contract.price()),
        OpenContractClient.creation(contract),
        new Creation(contract),
        true);
  }

  /**
   * Learns what became of the payments of a creation that is not wanted any more; signs nothing.
   *
   * @throws OpenContractRefusal where it was refused; unless the key was, no payment of it is out
   * @throws PaymentRefusedException never
   */
  public PaidAnswer settleCreation(NewContract contract)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    return pay(
        creation(contract.key(), contract.price()),
        OpenContractClient.creation(contract),
        new Creation(contract),
        false);
  }

  /**
   * Gives a creation up that was refused, so that no attempt of before signs for it any more.
   *
   * @return what is known instead, where one has signed; empty where nothing is paid for it
   */
  public Optional<PaidAnswer> giveUp(NewContract contract) {
    PaidAnswer known = nothingPaid(creation(contract.key(), contract.price()));
    return known instanceof PaidAnswer.NothingPaid ? Optional.empty() : Optional.of(known);
  }

  /**
   * Disputes a delivery and locks the bond.
   *
   * @param bond exactly what is due
   * @param creationKey of the contract; the bond goes into the wallet that its price was paid into
   * @throws OpenContractRefusal where it was refused; unless the key was, no payment of it is out
   * @throws PaymentRefusedException where the quote or a limit forbids it; no payment of it is out
   */
  public PaidAnswer dispute(String contractId, Money bond, String creationKey)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    @Nullable Address wallet =
        authorizer
            .recorded(creation(creationKey, bond))
            .map(payment -> payment.authorization().quote().payTo())
            .orElse(null);
    try {
      return pay(
          new PaymentIntent("dispute:" + creationKey, bond, wallet),
          OpenContractClient.dispute(contractId),
          new Dispute(contractId),
          true);
    } catch (Unavailable e) {
      // Silence pays at the end of the review: whoever decided must hear of a wait before that.
      throw e.throttled() ? Unavailable.limited(String.valueOf(e.getMessage()), e.retryAfter()) : e;
    }
  }

  private static PaymentIntent creation(String key, Money amount) {
    return new PaymentIntent("create:" + key, amount, null);
  }

  /** The answer to a creation may be lost, and the title alone of ours comes back. */
  private final class Creation implements Look {

    private final NewContract wanted;

    Creation(NewContract wanted) {
      this.wanted = wanted;
    }

    @Override
    public boolean counted() {
      return true;
    }

    @Override
    public Optional<WorkingContract> paid(Payer payer) throws OpenContractRefusal, Unavailable {
      return find(wanted, payer);
    }

    @Override
    public Optional<WorkingContract> overtaken() {
      return Optional.empty();
    }
  }

  /** A bond is shown by the contract itself. */
  private final class Dispute implements Look {

    private final String contractId;

    Dispute(String contractId) {
      this.contractId = contractId;
    }

    @Override
    public boolean counted() {
      return false;
    }

    @Override
    public Optional<WorkingContract> paid(Payer payer) throws OpenContractRefusal, Unavailable {
      return Optional.of(client.contract(contractId)).filter(c -> c.disputeBond() != null);
    }

    @Override
    public Optional<WorkingContract> overtaken() throws OpenContractRefusal, Unavailable {
      return Optional.of(client.contract(contractId))
          .filter(c -> c.knownStatus().orElse(null) != WorkingContractStatus.UNDER_REVIEW);
    }
  }

  /**
   * Pays once. A refusal speaks of its own attempt: while a payment of the intent may have been
   * settled, by an attempt before this one or beside it, nothing is known but that.
   *
   * @param sign whether a signature may leave, be it a new one or the same again
   */
  private PaidAnswer pay(PaymentIntent intent, Call call, Look look, boolean sign)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    try {
      return settleOrPay(intent, call, look, sign);
    } catch (OpenContractRefusal e) {
      if (e.meaning() instanceof OpenContractAnswer.KeyRefused) {
        throw e;
      }
      return unknown(intent, e);
    } catch (PaymentRefusedException e) {
      return unknown(intent, e);
    }
  }

  private <E extends Exception> PaidAnswer unknown(PaymentIntent intent, E refusal) throws E {
    return uncertain(
        authorizer.recorded(intent).orElseThrow(() -> refusal),
        String.valueOf(refusal.getMessage()));
  }

  private PaidAnswer settleOrPay(PaymentIntent intent, Call call, Look look, boolean sign)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    Optional<RecordedPayment> before = authorizer.recorded(intent);
    Instant lookedAt = clock.instant();
    if (before.isPresent()) {
      Optional<PaidAnswer> known = settle(intent, call, look, before.get(), lookedAt, sign);
      if (known.isPresent()) {
        return known.get();
      }
    } else if (!sign) {
      return nothingPaid(intent);
    }
    if (before.isEmpty()) {
      authorizer.checkLimits(intent);
    }
    try (PaymentAttempt attempt = client.attempt(call, look.counted())) {
      return payAnew(intent, attempt, look, before, lookedAt, sign);
    }
  }

  /**
   * The intent is given up before that is said: an attempt of before may still be about to sign.
   */
  private PaidAnswer nothingPaid(PaymentIntent intent) {
    return authorizer
        .close(intent)
        .map(payment -> uncertain(payment, "an attempt beside this one has signed it"))
        .orElseGet(PaidAnswer.NothingPaid::new);
  }

  /** What an earlier payment came to; empty once its signature is worthless without an effect. */
  private Optional<PaidAnswer> settle(
      PaymentIntent intent,
      Call call,
      Look look,
      RecordedPayment payment,
      Instant lookedAt,
      boolean sign)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    Optional<WorkingContract> paid = look.paid(Payer.of(payment));
    if (paid.isPresent()) {
      authorizer.settled(payment, payment.transaction());
      return Optional.of(paid(paid.get(), payment.transaction()));
    }
    if (payment.state() == RecordedPayment.State.SETTLED) {
      return Optional.of(
          uncertain(payment, "it was settled, and OpenContract does not show it yet"));
    }
    Optional<SignedPayment> again = sign ? authorizer.repeat(intent, payment) : Optional.empty();
    if (again.isPresent()) {
      return Optional.of(send(signed -> client.repeat(call, signed), look, payment, again.get()));
    }
    return lookedAt.isBefore(payment.authorization().worthlessFrom())
        ? Optional.of(uncertain(payment, "its signature may still be settled"))
        : Optional.empty();
  }

  /**
   * Pays where no signature is out that could still be settled.
   *
   * @param before an earlier payment without an effect so far. It is proven unpaid by a quote: a
   *     marketplace that still settles it has a conflict to tell
   * @param lookedAt when the look began that did not show the effect
   */
  private PaidAnswer payAnew(
      PaymentIntent intent,
      PaymentAttempt attempt,
      Look look,
      Optional<RecordedPayment> before,
      Instant lookedAt,
      boolean sign)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    Payable quoted;
    try {
      quoted = attempt.quote();
    } catch (OpenContractRefusal e) {
      if (refusesThePayment(e)) {
        before.ifPresent(payment -> authorizer.unpaid(payment, lookedAt));
        if (!sign) {
          return nothingPaid(intent);
        }
      }
      return refusedUnpaid(intent, look, before, lookedAt, e);
    }
    return switch (quoted) {
      case Payable.Done(WorkingContract contract, var transaction) -> paid(contract, transaction);
      case Payable.Due(PaymentRequired required) -> {
        before.ifPresent(payment -> authorizer.unpaid(payment, lookedAt));
        if (!sign) {
          yield nothingPaid(intent);
        }
        Optional<SignedPayment> payment = authorizer.authorize(intent, required);
        yield payment.isEmpty()
            ? new PaidAnswer.NothingPaid()
            : send(attempt::pay, look, authorizer.recorded(intent).orElseThrow(), payment.get());
      }
    };
  }

  /**
   * Whether the API itself refuses to be paid, which proves as much as a quote. A proxy's answer
   * proves nothing, and a refused key says nothing of payments.
   */
  private static boolean refusesThePayment(OpenContractRefusal refusal) {
    return refusal.certain()
        && refusal.status() >= 400
        && (refusal.meaning() instanceof OpenContractAnswer.Barred
            || refusal.meaning() instanceof OpenContractAnswer.Absent);
  }

  /** An earlier payment's effect may be there, or on its way. */
  private PaidAnswer refusedUnpaid(
      PaymentIntent intent,
      Look look,
      Optional<RecordedPayment> before,
      Instant lookedAt,
      OpenContractRefusal refusal)
      throws OpenContractRefusal, Unavailable {
    Payer payer = before.map(Payer::of).orElseGet(() -> new Payer(authorizer.payer(), null));
    Optional<WorkingContract> found = found(look, payer, refusal);
    if (found.isPresent()) {
      before.ifPresent(payment -> authorizer.settled(payment, null));
      return paid(found.get(), null);
    }
    Optional<WorkingContract> overtaken = look.overtaken();
    if (overtaken.isPresent()) {
      before.ifPresent(payment -> authorizer.unpaid(payment, lookedAt));
      return new PaidAnswer.Overtaken(overtaken.get().snapshot());
    }
    return new PaidAnswer.Uncertain(
        clock.instant().plus(BUSY),
        "the payment of %s: OpenContract is still busy with it (%s)"
            .formatted(intent.id(), refusal.getMessage()));
  }

  private PaidAnswer send(Sender sender, Look look, RecordedPayment payment, SignedPayment signed)
      throws OpenContractRefusal, Unavailable {
    Payable answer;
    try {
      answer = sender.send(signed);
    } catch (OpenContractRefusal e) {
      Optional<WorkingContract> found = found(look, Payer.of(payment), e);
      if (found.isEmpty()) {
        return uncertain(payment, String.valueOf(e.getMessage()));
      }
      authorizer.settled(payment, null);
      return paid(found.get(), null);
    }
    return switch (answer) {
      case Payable.Done(WorkingContract contract, var transaction) -> {
        authorizer.settled(payment, transaction);
        yield paid(contract, transaction);
      }
      case Payable.Due(PaymentRequired required) ->
          uncertain(
              payment,
              "OpenContract asks for a payment again after one was sent"
                  + (required.error() == null ? "" : ", and says " + required.error()));
    };
  }

  /**
   * A conflict or a duplicate may mean that an earlier payment was taken: the look tells.
   *
   * @throws OpenContractRefusal where the refusal is another one
   */
  private static Optional<WorkingContract> found(
      Look look, Payer payer, OpenContractRefusal refusal) throws OpenContractRefusal, Unavailable {
    if (refusal.tells(OpenContractAnswer.Fact.DUPLICATE_CONTRACT)) {
      // It is there, whatever the marketplace's clock says of when.
      return look.paid(payer.atAnyTime());
    }
    if (!refusal.tells(OpenContractAnswer.Fact.CONFLICT)) {
      throw refusal;
    }
    return look.paid(payer);
  }

  /**
   * Looks through the payer's contracts, the newest first, as far back as it can have been paid.
   */
  private Optional<WorkingContract> find(NewContract contract, Payer payer)
      throws OpenContractRefusal, Unavailable {
    @Nullable String cursor = null;
    Set<String> seen = new HashSet<>();
    do {
      ContractsPage page = client.contractsOf(payer.address(), cursor);
      Optional<WorkingContract> found =
          page.rows().stream().filter(row -> contract.title().equals(row.title())).findFirst();
      if (found.isPresent()) {
        return Optional.of(client.contract(found.get().id()));
      }
      cursor = older(page, payer.since()) ? null : page.nextCursor();
      if (cursor != null && !seen.add(cursor)) {
        throw Unavailable.notMade(
            "OpenContract's list of this address' contracts leads back to a page of before, so that"
                + " it cannot be told whether the contract %s is there".formatted(contract.key()),
            null);
      }
    } while (cursor != null);
    return Optional.empty();
  }

  /** Whether the page, and with it whatever follows, is from before that moment. */
  private static boolean older(ContractsPage page, @Nullable Instant since) {
    return since != null
        && !page.rows().isEmpty()
        && page.unreadable() == 0
        && page.rows().stream()
            .map(WorkingContract::createdAt)
            .allMatch(createdAt -> createdAt != null && createdAt.isBefore(since));
  }

  private static PaidAnswer paid(WorkingContract contract, @Nullable String transaction) {
    return new PaidAnswer.Paid(contract.snapshot(), transaction);
  }

  /** Once its signature is worthless, a look tells for certain; until then it may be repeated. */
  private PaidAnswer uncertain(RecordedPayment payment, String words) {
    Instant worthless = payment.authorization().worthlessFrom();
    Instant soon = clock.instant().plus(BUSY);
    return new PaidAnswer.Uncertain(
        worthless.isAfter(soon) ? worthless : soon,
        "the payment of %s: %s".formatted(payment.intent(), words));
  }
}
