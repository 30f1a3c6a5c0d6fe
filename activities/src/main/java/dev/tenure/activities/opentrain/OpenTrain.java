package dev.tenure.activities.opentrain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.Call;
import dev.tenure.activities.http.Exchange;
import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.activities.opentrain.Snapshots.Unreadable;
import dev.tenure.activities.opentrain.json.ApprovalBody;
import dev.tenure.activities.opentrain.json.Contract;
import dev.tenure.activities.opentrain.json.ContractBody;
import dev.tenure.activities.opentrain.json.ContractsBody;
import dev.tenure.activities.opentrain.json.HireRequest;
import dev.tenure.activities.opentrain.json.Me;
import dev.tenure.activities.opentrain.json.MilestoneBody;
import dev.tenure.activities.opentrain.json.NewMilestone;
import dev.tenure.activities.opentrain.json.Proposal;
import dev.tenure.activities.opentrain.json.ProposalBody;
import dev.tenure.activities.opentrain.json.UpdatesBody;
import dev.tenure.lifecycle.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.lifecycle.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.marketplace.MilestoneSnapshot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of OpenTrain's public API that a hire needs, for one account. One method is one
 * call; none repeats.
 */
public final class OpenTrain {

  /** The API's path below its origin. */
  public static final String PATH = "/api/public/v1";

  /** The largest page that the updates feed gives. */
  public static final int UPDATES_PAGE = 200;

  private final OpenTrainCalls calls;
  private final Snapshots snapshots;

  public OpenTrain(BaseUrl base, Exchange exchange, InstantSource clock) {
    this.calls = new OpenTrainCalls(exchange, clock);
    this.snapshots = new Snapshots(base.origin(), clock);
  }

  /** Scopes of the token: {@code GET /auth/me}. */
  public List<String> scopes() throws Refused, Unavailable {
    Me.@Nullable Token token = calls.send(Call.get("/auth/me"), Me.class).token();
    return token == null ? List.of() : Objects.requireNonNullElse(token.scopes(), List.of());
  }

  AskAnswer hire(String proposalId, HireRequest request) throws Refused, Unavailable {
    return ask("/proposals/" + segment(proposalId) + "/hire", OpenTrainJson.write(request));
  }

  AskAnswer fund(String milestoneId) throws Refused, Unavailable {
    return ask("/milestones/" + segment(milestoneId) + "/fund", null);
  }

  AskAnswer approve(String milestoneId) throws Refused, Unavailable {
    return ask("/milestones/" + segment(milestoneId) + "/approve", null);
  }

  AskAnswer end(String contractId) throws Refused, Unavailable {
    return ask("/contracts/" + segment(contractId) + "/end", null);
  }

  MilestoneSnapshot create(String contractId, NewMilestone milestone) throws Refused, Unavailable {
    Call call =
        Call.post(
            "/contracts/" + segment(contractId) + "/milestones", OpenTrainJson.write(milestone));
    MilestoneBody body = calls.send(call, MilestoneBody.class);
    return sensible(call, () -> snapshots.milestone(body.milestone(), 0));
  }

  ApprovalSnapshot approval(String approvalId) throws Refused, Unavailable {
    Call call = Call.get("/approvals/" + segment(approvalId));
    ApprovalBody body = calls.send(call, ApprovalBody.class);
    return sensible(call, () -> snapshots.approval(body.approval()));
  }

  ContractSnapshot contract(String contractId) throws Refused, Unavailable {
    Call call = Call.get("/contracts/" + segment(contractId));
    ContractBody body = calls.send(call, ContractBody.class);
    return sensible(call, () -> snapshots.contract(body.contract()));
  }

  /** Contracts of a job, or all of them; newest first, and few enough to come whole. */
  List<Contract> contracts(@Nullable String jobId) throws Refused, Unavailable {
    String query = jobId == null ? "" : "?jobId=" + segment(jobId);
    Call call = Call.get("/contracts" + query);
    ContractsBody body = calls.send(call, ContractsBody.class);
    if (body.contracts() == null) {
      throw OpenTrainCalls.nonsense(call, "answered without contracts");
    }
    return body.contracts();
  }

  /**
   * Every active contract, in one call and without pages: the body may be long.
   *
   * @param element what is wanted of a contract; empty for one that is to be left out
   */
  <T> List<T> activeContracts(Function<JsonNode, Optional<T>> element) throws Refused, Unavailable {
    return calls.send(
        Call.get("/contracts?status=active"),
        body -> OpenTrainJson.elements(body, "contracts", element));
  }

  Proposal proposal(String proposalId) throws Refused, Unavailable {
    Call call = Call.get("/proposals/" + segment(proposalId));
    ProposalBody body = calls.send(call, ProposalBody.class);
    if (body.proposal() == null) {
      throw OpenTrainCalls.nonsense(call, "answered without a proposal");
    }
    return body.proposal();
  }

  /** One page of the updates feed, oldest first. */
  public UpdatesBody updates(@Nullable String cursor) throws Refused, Unavailable {
    String after = cursor == null ? "" : "&cursor=" + segment(cursor);
    return calls.send(Call.get("/updates?limit=" + UPDATES_PAGE + after), UpdatesBody.class);
  }

  ContractSnapshot read(Contract json) throws Unavailable {
    return sensible(Call.get("/contracts"), () -> snapshots.contract(json));
  }

  /** Whether it needs a co-sign is told by the body, not by 200 or 202. */
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

  private static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
