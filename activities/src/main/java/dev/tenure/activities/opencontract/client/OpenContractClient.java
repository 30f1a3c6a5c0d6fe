package dev.tenure.activities.opencontract.client;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opencontract.client.OpenContractCalls.Answer;
import dev.tenure.activities.opencontract.client.json.EnvelopeJson;
import dev.tenure.activities.opencontract.client.json.ListedKeyJson;
import dev.tenure.activities.opencontract.client.json.ProtocolJson;
import dev.tenure.activities.opencontract.client.json.ResumeJson;
import dev.tenure.activities.opencontract.client.json.VoteJson;
import dev.tenure.activities.opencontract.client.json.WorkingContractJson;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.PaymentRequired;
import dev.tenure.activities.opencontract.signer.PaymentSigner;
import dev.tenure.activities.opencontract.signer.Settlement;
import dev.tenure.activities.opencontract.signer.SignedPayment;
import io.micronaut.json.tree.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of OpenContract that a Client Agent needs, for one address. One method is one call;
 * only a call whose API key was refused is repeated, once, with another key.
 *
 * <p>What Workers and Backup Agents call is left out: this engine hires.
 */
public final class OpenContractClient {

  /** The API's path below its origin. */
  public static final String PATH = "/v1";

  /**
   * What the free plan allows a key is 60 calls a minute. A little less, since the window may be a
   * fixed one.
   */
  public static final int CALLS_PER_MINUTE = 58;

  /**
   * A page of contracts.
   *
   * @param rows may lack what the contract itself shows: read it by its id
   * @param unreadable how many rows were left out
   * @param nextCursor absent on the last page
   */
  public record ContractsPage(
      List<WorkingContract> rows, int unreadable, @Nullable String nextCursor) {}

  /** What became of a call that may have to be paid. */
  public sealed interface Payable {

    /**
     * It was carried out.
     *
     * @param transaction of its payment, where it was told
     */
    record Done(WorkingContract contract, @Nullable String transaction) implements Payable {}

    /** Nothing was carried out: it is to be paid. */
    record Due(PaymentRequired required) implements Payable {}
  }

  /** Carries a call, which has had its turn or waits for it. */
  interface Sender {
    Answer send(Call call) throws OpenContractRefusal, Unavailable;
  }

  private final OpenContractCalls calls;
  private final AgentKeys keys;

  /**
   * The client of a signer's address.
   *
   * @param transport without a key of its own
   * @param allowance of the address's key, which all hires of the account share
   * @param label that the address's owner sees beside the API key
   */
  public OpenContractClient(
      Transport transport,
      Allowance allowance,
      PaymentSigner signer,
      String label,
      ShutdownSignal shutdown,
      InstantSource clock) {
    this.calls = new OpenContractCalls(transport, allowance, shutdown, clock);
    this.keys = new AgentKeys(calls, signer, label, clock);
  }

  /** The key of this client. */
  public AgentKeys keys() {
    return keys;
  }

  /** The keys of the address, revoked ones included: {@code GET /agents/me/api-keys}. */
  public List<ListedKeyJson> listKeys() throws OpenContractRefusal, Unavailable {
    return list(Call.get("/agents/me/api-keys"), ListedKeyJson.class).read();
  }

  /** {@code GET /protocol}. */
  public ProtocolJson protocol() throws OpenContractRefusal, Unavailable {
    Call call = Call.get("/protocol");
    return calls.read(call, send(call), ProtocolJson.class);
  }

  /** What an agent's record shows; empty until its first contract or vote has ended. */
  public Optional<ResumeJson> resume(Address agent) throws OpenContractRefusal, Unavailable {
    Call call = Call.get("/agents/" + Call.segment(agent.text()) + "/resume");
    try {
      return Optional.of(calls.read(call, send(call), ResumeJson.class));
    } catch (OpenContractRefusal e) {
      if (e.meaning() instanceof OpenContractAnswer.Absent) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** {@code GET /contracts/{id}}. */
  public WorkingContract contract(String id) throws OpenContractRefusal, Unavailable {
    Call call = Call.get("/contracts/" + Call.segment(id));
    return contract(call, send(call));
  }

  /** A page of the contracts that an address is the Client of. */
  public ContractsPage contractsOf(Address client, @Nullable String cursor)
      throws OpenContractRefusal, Unavailable {
    String after = cursor == null ? "" : "&cursor=" + Call.segment(cursor);
    Call call =
        Call.get("/contracts?client=" + client.text() + "&limit=" + Assumptions.PAGE + after);
    EnvelopeJson envelope = send(call);
    ForeignJson.Items<WorkingContractJson> rows = items(call, envelope, WorkingContractJson.class);
    List<WorkingContract> read = new ArrayList<>();
    rows.read().forEach(row -> WorkingContract.of(row).ifPresent(read::add));
    return new ContractsPage(
        read,
        rows.unreadable() + rows.read().size() - read.size(),
        envelope.meta() == null ? null : envelope.meta().nextCursor());
  }

  /** The votes on a dispute: {@code GET /contracts/{id}/votes}. */
  public ForeignJson.Items<VoteJson> votes(String id) throws OpenContractRefusal, Unavailable {
    return list(Call.get("/contracts/" + Call.segment(id) + "/votes"), VoteJson.class);
  }

  /** Takes back a contract that nobody accepted; refunds all of it. */
  public WorkingContract cancel(String id) throws OpenContractRefusal, Unavailable {
    return act(id, "/cancel");
  }

  /** Approves a delivery: pays the Worker before silence would. */
  public WorkingContract approve(String id) throws OpenContractRefusal, Unavailable {
    return act(id, "/approve");
  }

  private WorkingContract act(String id, String action) throws OpenContractRefusal, Unavailable {
    Call call = Call.post("/contracts/" + Call.segment(id) + action, null);
    return contract(call, send(call));
  }

  /** The call that creates a contract: the same bytes each time. */
  public static Call creation(NewContract contract) {
    return Call.post("/contracts", OpenContractCalls.BODIES.write(contract.json()));
  }

  /** The call that disputes a delivery. */
  public static Call dispute(String id) {
    return Call.post("/contracts/" + Call.segment(id) + "/dispute", null);
  }

  /**
   * Begins to quote and pay a call; waits for its turn. A key that is due is asked for before that,
   * and not while a quote is unpaid.
   *
   * @param counted whether an address may have few of them unpaid at once
   * @throws Unavailable where there is none within 20 s, or the worker stops; nothing was sent
   */
  public PaymentAttempt attempt(Call call, boolean counted)
      throws OpenContractRefusal, Unavailable {
    keys.current();
    calls.awaitAttempt(call, counted);
    return new PaymentAttempt(this, calls, call, counted);
  }

  /** Sends a call once more with the payment that was made for it. */
  public Payable repeat(Call call, SignedPayment payment) throws OpenContractRefusal, Unavailable {
    return payable(call.with(payment.header(), payment.value()), calls::sendPayable);
  }

  Payable payable(Call call, Sender sender) throws OpenContractRefusal, Unavailable {
    return switch (withKey(call, sender)) {
      case Answer.Given(var envelope, var http) ->
          new Payable.Done(contract(call, envelope), Settlement.transaction(http).orElse(null));
      case Answer.ToBePaid(PaymentRequired required) -> new Payable.Due(required);
    };
  }

  private WorkingContract contract(Call call, EnvelopeJson envelope) throws Unavailable {
    return WorkingContract.of(calls.read(call, envelope, WorkingContractJson.class))
        .orElseThrow(
            () ->
                OpenContractCalls.nonsense(call, "answered with a contract without id or status"));
  }

  private <T> ForeignJson.Items<T> list(Call call, Class<T> type)
      throws OpenContractRefusal, Unavailable {
    return items(call, send(call), type);
  }

  private static <T> ForeignJson.Items<T> items(Call call, EnvelopeJson envelope, Class<T> type)
      throws Unavailable {
    @Nullable JsonNode data = envelope.data();
    return OpenContractCalls.BODIES
        .items(data, type)
        .orElseThrow(() -> OpenContractCalls.nonsense(call, "answered without a list"));
  }

  private EnvelopeJson send(Call call) throws OpenContractRefusal, Unavailable {
    return switch (withKey(call, calls::sendPayable)) {
      case Answer.Given(var envelope, var http) -> envelope;
      case Answer.ToBePaid(var required) ->
          throw OpenContractCalls.nonsense(call, "asks for a payment where none is due");
    };
  }

  /** A refused key proves that nothing was carried out, so another may be tried at once. */
  private Answer withKey(Call call, Sender sender) throws OpenContractRefusal, Unavailable {
    String key = keys.current();
    try {
      return sender.send(authorized(call, key));
    } catch (OpenContractRefusal e) {
      if (!(e.meaning() instanceof OpenContractAnswer.KeyRefused)) {
        throw e;
      }
      keys.refused(key);
      String other = keys.current();
      if (other.equals(key)) {
        throw e;
      }
      return calls.sendPayable(authorized(call, other));
    }
  }

  private static Call authorized(Call call, String key) {
    return call.with("Authorization", "Bearer " + key);
  }
}
