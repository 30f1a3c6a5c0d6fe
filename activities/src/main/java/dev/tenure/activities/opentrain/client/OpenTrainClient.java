package dev.tenure.activities.opentrain.client;

import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.marketplace.ForeignJson.Items;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opentrain.client.SnapshotMapper.Unreadable;
import dev.tenure.activities.opentrain.client.json.ApprovalBody;
import dev.tenure.activities.opentrain.client.json.CapabilitiesBody;
import dev.tenure.activities.opentrain.client.json.Contract;
import dev.tenure.activities.opentrain.client.json.ContractBody;
import dev.tenure.activities.opentrain.client.json.ContractsBody;
import dev.tenure.activities.opentrain.client.json.CreditsBody;
import dev.tenure.activities.opentrain.client.json.HireRequest;
import dev.tenure.activities.opentrain.client.json.LedgerBody;
import dev.tenure.activities.opentrain.client.json.Me;
import dev.tenure.activities.opentrain.client.json.MilestoneBody;
import dev.tenure.activities.opentrain.client.json.NewMilestone;
import dev.tenure.activities.opentrain.client.json.OfferBody;
import dev.tenure.activities.opentrain.client.json.PaymentsBody;
import dev.tenure.activities.opentrain.client.json.Proposal;
import dev.tenure.activities.opentrain.client.json.ProposalBody;
import dev.tenure.activities.opentrain.client.json.Update;
import dev.tenure.activities.opentrain.client.json.UpdatesBody;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import io.micronaut.json.tree.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of OpenTrain's public API that hires, the feed, the sweep and the ledger need, for
 * one account. One method is one call; none repeats.
 */
public final class OpenTrainClient {

  /** The API's path below its origin. */
  public static final String PATH = "/api/public/v1";

  /** The largest page that the updates feed gives. */
  public static final int UPDATES_PAGE = 200;

  /** The largest page that the ledger gives. */
  public static final int LEDGER_PAGE = 100;

  private static final String NO_MILESTONE = "tenure-preflight";

  /** One page of the ledger; the cursor of the next is absent on the last. */
  public record LedgerPage(Items<LedgerBody.Entry> entries, @Nullable String nextCursor) {}

  /**
   * One page of the updates feed.
   *
   * @param more whether the next page is there already
   */
  public record UpdatesPage(Items<Update> events, @Nullable String nextCursor, boolean more) {}

  private final OpenTrainCalls calls;
  private final SnapshotMapper snapshots;

  public OpenTrainClient(BaseUrl base, Transport transport, InstantSource clock) {
    this.calls = new OpenTrainCalls(transport, clock);
    this.snapshots = new SnapshotMapper(base.origin(), clock);
  }

  /** Scopes of the token, absent where they are not told: {@code GET /auth/me}. */
  public @Nullable List<String> scopes() throws Refused, Unavailable {
    Me.@Nullable Token token = calls.send(Call.get("/auth/me"), Me.class).token();
    return token == null ? null : token.scopes();
  }

  public CapabilitiesBody capabilities() throws Refused, Unavailable {
    return calls.send(Call.get("/job-drafts/capabilities"), CapabilitiesBody.class);
  }

  public CreditsBody credits() throws Refused, Unavailable {
    return calls.send(Call.get("/credits"), CreditsBody.class);
  }

  public OfferBody offer(String proposalId) throws Refused, Unavailable {
    return calls.send(Call.get("/proposals/" + Call.segment(proposalId)), OfferBody.class);
  }

  /** One page of the ledger, newest first. */
  public LedgerPage ledger(@Nullable String cursor) throws Refused, Unavailable {
    String after = cursor == null ? "" : "&cursor=" + Call.segment(cursor);
    Call call = Call.get("/credits/ledger?limit=" + LEDGER_PAGE + after);
    LedgerBody body = calls.send(call, LedgerBody.class);
    return new LedgerPage(
        listed(call, body.entries(), LedgerBody.Entry.class, "entries"), body.nextCursor());
  }

  public Items<PaymentsBody.Payment> pendingPayments() throws Refused, Unavailable {
    Call call = Call.get("/payments/pending");
    PaymentsBody body = calls.send(call, PaymentsBody.class);
    return listed(call, body.payments(), PaymentsBody.Payment.class, "payments");
  }

  /**
   * Asks to fund a milestone that does not exist. It cannot come true; what refuses it tells which
   * gate is closed, and {@code GET /auth/me} does not tell whether the account was claimed.
   *
   * @throws Refused always, where the marketplace answers as documented
   */
  public void askInVain() throws Refused, Unavailable {
    calls.send(Call.post("/milestones/" + NO_MILESTONE + "/fund", null), ApprovalBody.class);
  }

  public AskAnswer hire(String proposalId, HireRequest request) throws Refused, Unavailable {
    return ask(
        "/proposals/" + Call.segment(proposalId) + "/hire", OpenTrainJson.BODIES.write(request));
  }

  public AskAnswer fund(String milestoneId) throws Refused, Unavailable {
    return ask("/milestones/" + Call.segment(milestoneId) + "/fund", null);
  }

  public AskAnswer approve(String milestoneId) throws Refused, Unavailable {
    return ask("/milestones/" + Call.segment(milestoneId) + "/approve", null);
  }

  public AskAnswer end(String contractId) throws Refused, Unavailable {
    return ask("/contracts/" + Call.segment(contractId) + "/end", null);
  }

  public MilestoneSnapshot create(String contractId, NewMilestone milestone)
      throws Refused, Unavailable {
    Call call =
        Call.post(
            "/contracts/" + Call.segment(contractId) + "/milestones",
            OpenTrainJson.BODIES.write(milestone));
    MilestoneBody body = calls.send(call, MilestoneBody.class);
    return sensible(call, () -> SnapshotMapper.milestone(body.milestone(), 0));
  }

  public ApprovalSnapshot approval(String approvalId) throws Refused, Unavailable {
    Call call = Call.get("/approvals/" + Call.segment(approvalId));
    ApprovalBody body = calls.send(call, ApprovalBody.class);
    return sensible(call, () -> snapshots.approval(body.approval()));
  }

  public ContractSnapshot contract(String contractId) throws Refused, Unavailable {
    Call call = Call.get("/contracts/" + Call.segment(contractId));
    ContractBody body = calls.send(call, ContractBody.class);
    return sensible(call, () -> snapshots.contract(body.contract()));
  }

  /** Contracts of a job, or all of them; newest first, and few enough to come whole. */
  public List<Contract> contracts(@Nullable String jobId) throws Refused, Unavailable {
    String query = jobId == null ? "" : "?jobId=" + Call.segment(jobId);
    Call call = Call.get("/contracts" + query);
    ContractsBody body = calls.send(call, ContractsBody.class);
    return listed(call, body.contracts(), Contract.class, "contracts").read();
  }

  /**
   * Every active contract, in one call and without pages: the body may be long.
   *
   * @param contract takes each one
   */
  public void activeContracts(Consumer<JsonNode> contract) throws Refused, Unavailable {
    calls.send(
        Call.get("/contracts?status=active"),
        body ->
            ForeignJson.each(body, "contracts", contract) ? Optional.of(true) : Optional.empty());
  }

  public Proposal proposal(String proposalId) throws Refused, Unavailable {
    Call call = Call.get("/proposals/" + Call.segment(proposalId));
    ProposalBody body = calls.send(call, ProposalBody.class);
    if (body.proposal() == null) {
      throw OpenTrainCalls.nonsense(call, "answered without a proposal");
    }
    return body.proposal();
  }

  /** One page of the updates feed, oldest first. */
  public UpdatesPage updates(@Nullable String cursor) throws Refused, Unavailable {
    String after = cursor == null ? "" : "&cursor=" + Call.segment(cursor);
    Call call = Call.get("/updates?limit=" + UPDATES_PAGE + after);
    UpdatesBody body = calls.send(call, UpdatesBody.class);
    return new UpdatesPage(
        listed(call, body.events(), Update.class, "events"),
        body.nextCursor(),
        Boolean.TRUE.equals(body.hasMore()));
  }

  private static <T> Items<T> listed(
      Call call, @Nullable JsonNode list, Class<T> type, String field) throws Unavailable {
    return OpenTrainJson.BODIES
        .items(list, type)
        .orElseThrow(() -> OpenTrainCalls.nonsense(call, "answered without " + field));
  }

  public ContractSnapshot read(Contract json) throws Unavailable {
    return sensible(Call.get("/contracts"), () -> snapshots.contract(json));
  }

  /** Whether it needs an approval is told by the body, not by 200 or 202. */
  private AskAnswer ask(String path, @Nullable String json) throws Refused, Unavailable {
    Call call = Call.post(path, json);
    ApprovalBody body = calls.send(call, ApprovalBody.class);
    if (body.approval() == null && Boolean.TRUE.equals(body.ok())) {
      return new AskAnswer.Done();
    }
    return new AskAnswer.Pending(sensible(call, () -> snapshots.approval(body.approval())));
  }

  private interface Reading<T> {
    T read() throws Unreadable;
  }

  private static <T> T sensible(Call call, Reading<T> reading) throws Unavailable {
    try {
      return reading.read();
    } catch (Unreadable e) {
      throw OpenTrainCalls.nonsense(call, String.valueOf(e.getMessage()));
    }
  }
}
