package dev.tenure.activities.opentrain.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.opentrain.client.OpenTrainClient.UpdatesPage;
import dev.tenure.activities.opentrain.client.SnapshotMapper.Unreadable;
import dev.tenure.activities.opentrain.client.json.ApprovalBody;
import dev.tenure.activities.opentrain.client.json.Contract;
import dev.tenure.activities.opentrain.client.json.ContractBody;
import dev.tenure.activities.opentrain.client.json.HireRequest;
import dev.tenure.activities.opentrain.client.json.MilestoneBody;
import dev.tenure.activities.opentrain.client.json.NewMilestone;
import dev.tenure.activities.opentrain.client.json.Update;
import dev.tenure.activities.opentrain.client.json.UpdatesBody;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.simulation.marketplace.TokenScope;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A story on the sandbox, over HTTP and through the product's own client. */
final class SandboxSide implements MarketplaceSide {

  private static final String WRONG_TOKEN = "ot_pat_wrong";
  private static final String OBSERVER = "ot_pat_observer";
  private static final String ACCOUNT = "/accounts/acc_1";
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

  private final CanonicalIds ids = new CanonicalIds();
  private final List<String> events = new ArrayList<>();
  private final SandboxHttp http;
  private final SnapshotMapper snapshots;
  private final OpenTrainClient api;
  private final OpenTrainClient observer;
  private String token = "ot_pat_story";
  private boolean tokenAccepted = true;

  SandboxSide(SandboxHttp http, InstantSource clock) {
    this.http = http;
    this.snapshots = new SnapshotMapper(http.origin(), clock);
    this.api = client(clock, () -> tokenAccepted ? token : WRONG_TOKEN);
    this.observer = client(clock, () -> OBSERVER);
    http.control("POST", "/scenario", StoryScenario.json());
    // No document knows an event of a request for payout, and the simulation has none.
    http.control("PUT", "/settings", Map.of("payoutEvents", false));
  }

  @Override
  public CanonicalIds ids() {
    return ids;
  }

  @Override
  public String requestHire(String proposal, MilestonePlan terms, boolean confirmNotFit) {
    return text(() -> api.hire(proposal, new HireRequest(terms(terms), confirmNotFit)));
  }

  @Override
  public String requestFunding(String milestone) {
    return text(() -> api.fund(ids.id(milestone)));
  }

  @Override
  public String requestRelease(String milestone) {
    return text(() -> api.approve(ids.id(milestone)));
  }

  @Override
  public String requestEnd(String contract) {
    return text(() -> api.end(ids.id(contract)));
  }

  @Override
  public String createMilestone(String contract, MilestonePlan plan, String tag) {
    NewMilestone milestone =
        new NewMilestone(
            plan.name(),
            MilestoneTag.describe(plan.description(), tag),
            plan.volume() == null ? Amounts.dollars(plan.amount()) : null,
            plan.volume(),
            plan.dueDate() == null ? null : plan.dueDate().toString());
    return text(() -> api.create(ids.id(contract), milestone));
  }

  @Override
  public String readApproval(String approval) {
    return text(() -> api.approval(ids.id(approval)));
  }

  @Override
  public String readContract(String contract) {
    return text(() -> api.contract(ids.id(contract)));
  }

  @Override
  public String findContract(String proposal) {
    return text(
        () -> {
          for (Contract contract : api.contracts(StoryProposal.named(proposal).job())) {
            if (proposal.equals(contract.proposalId())) {
              return new ContractReading.Seen(api.read(contract));
            }
          }
          return new ContractReading.NotFound();
        });
  }

  @Override
  public String updates(int after, int limit) {
    String cursor = after == 0 ? "" : "&cursor=" + events.get(after - 1);
    HttpAnswer answer =
        http.send(
            "GET", OpenTrainClient.PATH + "/updates?limit=" + limit + cursor, null, currentToken());
    if (answer.status() != 200) {
      return SandboxAnswers.problem(answer);
    }
    UpdatesBody body = OpenTrainJson.BODIES.read(answer.body(), UpdatesBody.class).orElseThrow();
    int next = events.indexOf(Objects.requireNonNull(body.nextCursor())) + 1;
    return ids.text(
        OpenTrainJson.BODIES.items(body.events(), Update.class).orElseThrow().read().stream()
                .map(SandboxAnswers::event)
                .toList()
            + " up to "
            + next
            + ", more "
            + body.hasMore());
  }

  @Override
  public String confirm(String approval) {
    return approval(approval, "confirm", null);
  }

  @Override
  public String confirmEdited(String approval, MilestonePlan edited) {
    return approval(approval, "confirm", Map.of("edit", terms(edited)));
  }

  @Override
  public String confirmEndPaying(String approval) {
    return approval(approval, "confirm", Map.of("escrow", "release"));
  }

  @Override
  public String decline(String approval) {
    return approval(approval, "decline", null);
  }

  @Override
  public String hireInApp(String proposal, MilestonePlan terms) {
    return contract("/proposals/" + proposal + "/hire", Map.of("milestone", terms(terms)));
  }

  @Override
  public String addMilestoneInApp(String contract, String description, Money amount) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("description", description);
    @Nullable StoryProposal proposal = proposalOf(contract);
    if (proposal == null || proposal.paymentType().equals("FIXED_PRICE")) {
      body.put("amountUsd", Amounts.dollars(amount));
    } else {
      BigDecimal rate = proposal.rateUsd() == null ? BigDecimal.ONE : proposal.rateUsd();
      body.put("volume", amount.amount().divide(rate, 2, RoundingMode.HALF_UP));
    }
    HttpAnswer answer = http.act("/contracts/" + ids.id(contract) + "/milestones", body);
    return answer.status() == 200
        ? text(
            () ->
                SnapshotMapper.milestone(
                    OpenTrainJson.BODIES
                        .read(answer.body(), MilestoneBody.class)
                        .orElseThrow()
                        .milestone(),
                    0))
        : SandboxAnswers.problem(answer);
  }

  @Override
  public String fundInApp(String milestone) {
    return contract("/milestones/" + ids.id(milestone) + "/fund", null);
  }

  @Override
  public String payInApp(String milestone) {
    return contract("/milestones/" + ids.id(milestone) + "/pay", null);
  }

  @Override
  public String cancelInApp(String milestone) {
    return contract("/milestones/" + ids.id(milestone) + "/cancel", null);
  }

  @Override
  public String disputeInApp(String milestone) {
    return contract("/milestones/" + ids.id(milestone) + "/dispute", null);
  }

  @Override
  public String endInApp(String contract, boolean payEscrow) {
    return contract(
        "/contracts/" + ids.id(contract) + "/end",
        Map.of("escrow", payEscrow ? "release" : "refund"));
  }

  @Override
  public String requestPayout(String milestone) {
    return contract("/milestones/" + ids.id(milestone) + "/request-payout", null);
  }

  @Override
  public String work(String contract, BigDecimal volume) {
    @Nullable StoryProposal proposal = proposalOf(contract);
    boolean hourly = proposal != null && proposal.paymentType().equals("PAY_PER_HOUR");
    BigDecimal units = hourly ? volume.multiply(SECONDS_PER_HOUR) : volume;
    return contract(
        "/contracts/" + ids.id(contract) + "/usage",
        Map.of(
            hourly ? "seconds" : "labels",
            units.setScale(0, RoundingMode.HALF_UP).longValueExact()));
  }

  @Override
  public void claimed(boolean yes) {
    http.control("PUT", ACCOUNT, Map.of("claimed", yes));
  }

  @Override
  public void card(boolean yes) {
    http.control("PUT", ACCOUNT, Map.of("card", yes));
  }

  @Override
  public void cardDeclines(boolean yes) {
    http.control("PUT", ACCOUNT, Map.of("cardDeclines", yes));
  }

  @Override
  public void feature(String key, boolean enabled) {
    http.control("PUT", ACCOUNT, Map.of("features", Map.of(key, enabled)));
  }

  @Override
  public void rotateToken(boolean owner, List<TokenScope> scopes) {
    List<String> granted = scopes.stream().map(TokenScope::wire).toList();
    JsonNode made =
        http.control("POST", ACCOUNT + "/tokens", Map.of("owner", owner, "scopes", granted));
    token = made.get("token").textValue();
  }

  @Override
  public void tokenAccepted(boolean yes) {
    tokenAccepted = yes;
  }

  @Override
  public void approvalWindow(Duration window) {
    http.control("PUT", "/settings", Map.of("approvalWindowMs", window.toMillis()));
  }

  @Override
  public List<String> news() {
    List<String> news = new ArrayList<>();
    try {
      UpdatesPage page = observer.updates(events.isEmpty() ? null : events.getLast());
      for (Update event : page.events().read()) {
        events.add(Objects.requireNonNull(event.id()));
        news.add(ids.text(SandboxAnswers.event(event)));
      }
    } catch (MarketplaceException e) {
      throw new AssertionError(e);
    }
    return news;
  }

  @Override
  public List<String> contracts() {
    List<String> texts = new ArrayList<>();
    try {
      for (Contract contract : observer.contracts(null)) {
        texts.add(ids.text(observer.read(contract).toString()));
      }
    } catch (MarketplaceException e) {
      throw new AssertionError(e);
    }
    return texts;
  }

  @Override
  public List<String> money() {
    List<String> money = new ArrayList<>();
    JsonNode audit = http.control("GET", "/audit", null);
    for (JsonNode effect : audit.get("moneyEffects")) {
      String kind =
          switch (effect.get("kind").textValue()) {
            case "escrow_funded" -> "FUNDED";
            case "fee_charged" -> "FEE";
            case "escrow_released" -> "PAID";
            case "escrow_refunded" -> "REFUNDED";
            default -> throw new AssertionError(effect);
          };
      money.add(
          ids.text(
              "%s %s %d of %s by %s"
                  .formatted(
                      Instant.parse(effect.get("at").textValue()),
                      kind,
                      effect.get("amountCents").longValue(),
                      effect.get("milestoneId").textValue(),
                      effect.get("approvalId").textValue())));
    }
    return money;
  }

  private interface Reading {
    Object read() throws MarketplaceException, Unreadable;
  }

  private interface Token {
    String current();
  }

  private OpenTrainClient client(InstantSource clock, Token bearer) {
    return new OpenTrainClient(
        BaseUrl.of(http.origin(), OpenTrainClient.PATH),
        (Call call) ->
            http.send(
                call.method(), OpenTrainClient.PATH + call.path(), call.body(), bearer.current()),
        clock);
  }

  private String currentToken() {
    return tokenAccepted ? token : WRONG_TOKEN;
  }

  private @Nullable StoryProposal proposalOf(String contract) {
    if (contract.equals(ids.id(contract))) {
      return null;
    }
    try {
      String proposal = observer.contract(ids.id(contract)).proposalId();
      return StoryProposal.named(Objects.requireNonNull(proposal));
    } catch (MarketplaceException e) {
      throw new AssertionError(e);
    }
  }

  private String text(Reading reading) {
    try {
      // The simulation has OpenTrain's own origin.
      return ids.text(reading.read().toString().replace(http.origin(), "https://app.opentrain.ai"));
    } catch (Refused refused) {
      return SandboxAnswers.problem(refused.status(), refused.error());
    } catch (MarketplaceException | Unreadable e) {
      throw new AssertionError(e);
    }
  }

  private String approval(String approval, String decision, @Nullable Object body) {
    HttpAnswer answer = http.act("/approvals/" + ids.id(approval) + "/" + decision, body);
    return answer.status() == 200
        ? text(
            () ->
                snapshots.approval(
                    OpenTrainJson.BODIES
                        .read(answer.body(), ApprovalBody.class)
                        .orElseThrow()
                        .approval()))
        : SandboxAnswers.problem(answer);
  }

  private String contract(String path, @Nullable Object body) {
    HttpAnswer answer = http.act(path, body);
    return answer.status() == 200
        ? text(
            () ->
                snapshots.contract(
                    OpenTrainJson.BODIES
                        .read(answer.body(), ContractBody.class)
                        .orElseThrow()
                        .contract()))
        : SandboxAnswers.problem(answer);
  }

  private static HireRequest.Terms terms(MilestonePlan plan) {
    return new HireRequest.Terms(
        plan.name(),
        plan.description(),
        Amounts.dollars(plan.amount()),
        plan.dueDate() == null ? null : plan.dueDate().toString());
  }
}
