package dev.tenure.workflows.seeds;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.lifecycle.simulation.marketplace.Actor;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Ok;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Problem;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceEvent;
import dev.tenure.lifecycle.simulation.marketplace.PaymentType;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMarketplace;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMilestone;
import dev.tenure.lifecycle.simulation.marketplace.UpdatesPage;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import dev.tenure.workflows.opentrain.ApprovalAnswer;
import dev.tenure.workflows.opentrain.ApprovalRef;
import dev.tenure.workflows.opentrain.ApprovalSearch;
import dev.tenure.workflows.opentrain.ApprovalsFound;
import dev.tenure.workflows.opentrain.ContractRef;
import dev.tenure.workflows.opentrain.CreateMilestone;
import dev.tenure.workflows.opentrain.EndAnswer;
import dev.tenure.workflows.opentrain.HireAsk;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import dev.tenure.workflows.opentrain.MilestoneAsk;
import dev.tenure.workflows.opentrain.ProposalRef;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The activities on the simulated marketplace, with its troubles: calls that do not get through,
 * and writes whose answers are lost. One thread at a time; the time is the test environment's.
 */
final class FaultyMarketplace implements MarketplaceActivities {
  private static final int PAGE = 200;

  private final SimulatedMarketplace marketplace =
      new SimulatedMarketplace().addProposal(Draw.PROPOSAL, PaymentType.FIXED_PRICE, null);
  private final Draw draw;
  private final LongSupplier clock;
  private final AskRules rules;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> creating = new HashSet<>();
  private final Set<String> faults = new TreeSet<>();
  private long latest;
  private long downUntil;
  private boolean calm;
  private @Nullable Broken broken;
  private @Nullable MarketplaceCall current;

  FaultyMarketplace(Draw draw, LongSupplier clock) {
    this.draw = draw;
    this.clock = clock;
    this.rules = new AskRules(draw.plan, marketplace);
  }

  /** What people, trainers and checks do on it. */
  synchronized <T extends @Nullable Object> T with(Function<SimulatedMarketplace, T> work) {
    return work.apply(marketplace);
  }

  /** It never goes back. */
  synchronized Instant now() {
    latest = Math.max(latest, clock.getAsLong());
    return Instant.ofEpochMilli(latest);
  }

  synchronized AskRules rules() {
    return rules;
  }

  /** From now on everything gets through. */
  synchronized void calm() {
    calm = true;
    downUntil = 0;
    marketplace.account().card(true);
  }

  /** What has struck a call. */
  synchronized Set<String> faults() {
    return new TreeSet<>(faults);
  }

  /** Fails if an invariant was broken by a call. */
  synchronized void check() {
    if (broken != null) {
      throw broken;
    }
  }

  @Override
  public AskAnswer requestHire(HireAsk ask) {
    return ask(
        ask,
        "requestHire",
        ApprovalKind.PROPOSAL_HIRE,
        ask.proposalId(),
        () ->
            marketplace.requestHire(
                ask.proposalId(), ask.milestone(), ask.confirmNotFitOverride(), now()));
  }

  @Override
  public AskAnswer requestFunding(MilestoneAsk ask) {
    return ask(
        ask,
        "requestFunding",
        ApprovalKind.MILESTONE_FUND,
        ask.milestoneId(),
        () -> marketplace.requestFunding(ask.milestoneId(), now()));
  }

  @Override
  public AskAnswer requestRelease(MilestoneAsk ask) {
    return ask(
        ask,
        "requestRelease",
        ApprovalKind.MILESTONE_APPROVE,
        ask.milestoneId(),
        () -> {
          rules.releasing(marketplace.milestone(ask.milestoneId()));
          return marketplace.requestRelease(ask.milestoneId(), now());
        });
  }

  @Override
  public EndAnswer requestEnd(ContractRef contract) {
    AskAnswer answer =
        ask(
            contract,
            "requestEnd",
            ApprovalKind.CONTRACT_END,
            contract.contractId(),
            () -> marketplace.requestEnd(contract.contractId(), now()));
    return new EndAnswer(
        answer, answer instanceof AskAnswer.Done ? also(contract.contractId(), null) : null);
  }

  @Override
  public synchronized CreateAnswer createMilestone(CreateMilestone create) {
    ActivityInfo info = Activity.getExecutionContext().getInfo();
    String call = info.getWorkflowRunId() + " " + info.getActivityId();
    if (!creating.add(call)) {
      // An attempt that was cut off: it may have written.
      return created(create.tag());
    }
    SplittableRandom dice =
        begin(create, "createMilestone " + create.tag(), () -> creating.remove(call));
    if (lost(dice, draw.lostRequests)) {
      throw unanswered();
    }
    MarketplaceAnswer<MilestoneSnapshot> answer =
        marketplace.createMilestone(create.contractId(), create.milestone(), create.tag(), now());
    if (answer instanceof Ok<MilestoneSnapshot>) {
      watched(() -> rules.created(create.tag()));
    }
    if (lost(dice, draw.lostAnswers)) {
      throw unanswered();
    }
    return switch (answer) {
      case Ok<MilestoneSnapshot>(MilestoneSnapshot made) -> new CreateAnswer.Created(made);
      case Problem<MilestoneSnapshot> problem when "contract_ended".equals(problem.reason()) ->
          new CreateAnswer.ContractEnded();
      case Problem<MilestoneSnapshot> problem -> {
        creating.remove(call);
        throw failure(problem);
      }
    };
  }

  private CreateAnswer created(String tag) {
    for (SimulatedMilestone milestone : marketplace.milestones()) {
      if (tag.equals(milestone.tag()) && milestone.createdBy().kind() == Actor.Kind.API_CALL) {
        return new CreateAnswer.Created(milestone.snapshot());
      }
    }
    throw unanswered();
  }

  @Override
  public synchronized ApprovalAnswer readApproval(ApprovalRef ref) {
    begin(ref, "readApproval " + ref.approvalId(), () -> {});
    return switch (marketplace.readApproval(ref.approvalId(), now())) {
      case Ok<ApprovalSnapshot>(ApprovalSnapshot shown) -> {
        boolean pending = shown.status().equals("pending");
        yield new ApprovalAnswer(
            new ApprovalReading.Seen(shown),
            pending ? null : also(shown.contractId(), shown.proposalId()));
      }
      case Problem<ApprovalSnapshot> problem when problem.status() == 404 ->
          new ApprovalAnswer(new ApprovalReading.LostSight());
      case Problem<ApprovalSnapshot> problem -> throw failure(problem);
    };
  }

  /** The second read of the same activity, which may fail without harm. */
  private synchronized @Nullable ContractReading also(
      @Nullable String contractId, @Nullable String proposalId) {
    SplittableRandom dice = dice("second read");
    if (lost(dice, .1)) {
      return null;
    }
    if (contractId == null) {
      return proposalId == null
              || !(marketplace.findContract(proposalId, now())
                  instanceof Ok<ContractReading>(ContractReading found))
          ? null
          : found;
    }
    return marketplace.readContract(contractId, now())
            instanceof Ok<ContractSnapshot>(ContractSnapshot shown)
        ? new ContractReading.Seen(shown)
        : null;
  }

  @Override
  public synchronized ApprovalsFound findApproval(ApprovalSearch search) {
    begin(search, "findApproval " + search.target(), () -> {});
    Set<String> named = new LinkedHashSet<>();
    long cursor = 0;
    boolean more = true;
    while (more) {
      UpdatesPage page = value(marketplace.updates(cursor, PAGE));
      for (MarketplaceEvent event : page.events()) {
        String approvalId = event.notification().approvalId();
        if (approvalId != null && !event.createdAt().isBefore(search.since())) {
          named.add(approvalId);
        }
      }
      cursor = page.nextCursor();
      more = page.hasMore();
    }
    List<ApprovalSnapshot> found = new ArrayList<>();
    for (String id : named) {
      ApprovalSnapshot shown = value(marketplace.readApproval(id, now()));
      if (shown.type().equals(search.kind().wire())
          && search.target().equals(subject(search.kind(), shown))) {
        found.add(shown);
      }
    }
    return new ApprovalsFound(found);
  }

  private static @Nullable String subject(ApprovalKind kind, ApprovalSnapshot shown) {
    return switch (kind) {
      case PROPOSAL_HIRE -> shown.proposalId();
      case MILESTONE_FUND, MILESTONE_APPROVE -> shown.milestoneId();
      case CONTRACT_END -> shown.contractId();
      case MILESTONE_DISPUTE -> throw new AssertionError("OpenTrain knows no disputes");
    };
  }

  @Override
  public synchronized ContractReading readContract(ContractRef contract) {
    begin(contract, "readContract", () -> {});
    return switch (marketplace.readContract(contract.contractId(), now())) {
      case Ok<ContractSnapshot>(ContractSnapshot shown) -> new ContractReading.Seen(shown);
      case Problem<ContractSnapshot> problem when problem.status() == 404 ->
          new ContractReading.NotFound();
      case Problem<ContractSnapshot> problem -> throw failure(problem);
    };
  }

  @Override
  public synchronized ContractReading findContract(ProposalRef proposal) {
    begin(proposal, "findContract", () -> {});
    return value(marketplace.findContract(proposal.proposalId(), now()));
  }

  private synchronized AskAnswer ask(
      MarketplaceCall input,
      String name,
      ApprovalKind kind,
      String subject,
      Supplier<MarketplaceAnswer<AskAnswer>> call) {
    SplittableRandom dice = begin(input, name + " " + subject, () -> {});
    if (lost(dice, draw.lostRequests)) {
      throw unanswered();
    }
    int before = marketplace.approvals().size();
    boolean answerLost = lost(dice, draw.lostAnswers);
    MarketplaceAnswer<AskAnswer> answer = watched(call);
    if (marketplace.approvals().size() > before) {
      watched(() -> rules.asked(kind, subject, answerLost));
    }
    if (answerLost) {
      throw unanswered();
    }
    return switch (answer) {
      case Ok<AskAnswer>(AskAnswer said) -> said;
      case Problem<AskAnswer> problem -> {
        faults.add("answer " + problem.reason());
        AskAnswer.@Nullable Reason fact = fact(problem);
        if (fact == null) {
          throw failure(problem);
        }
        yield new AskAnswer.Fact(fact);
      }
    };
  }

  /** A call arrives; unless the marketplace is down, mostly for a moment. */
  private SplittableRandom begin(MarketplaceCall input, String call, Runnable wroteNothing) {
    current = input;
    SplittableRandom dice = dice(call);
    if (lost(dice, draw.outages)) {
      long length = 100 + dice.nextLong(Draw.hits(dice, .2) ? 3_600_000 : 120_000);
      downUntil = Math.max(downUntil, now().toEpochMilli() + length);
    }
    if (now().toEpochMilli() < downUntil) {
      wroteNothing.run();
      faults.add("outage");
      throw ApplicationFailure.newFailure("the marketplace is down", Obstacle.UNAVAILABLE);
    }
    return dice;
  }

  private SplittableRandom dice(String call) {
    return draw.dice(call + " " + counts.merge(call, 1, Integer::sum));
  }

  private boolean lost(SplittableRandom dice, double rate) {
    return Draw.hits(dice, rate) && !calm;
  }

  private void watched(Runnable work) {
    watched(
        () -> {
          work.run();
          return true;
        });
  }

  /** An activity that fails would only be tried again: what is broken is kept for the driver. */
  private <T> T watched(Supplier<T> work) {
    try {
      return work.get();
    } catch (Broken found) {
      broken = broken == null ? found : broken;
      throw found;
    }
  }

  private <T> T value(MarketplaceAnswer<T> answer) {
    return switch (answer) {
      case Ok<T>(T value) -> value;
      case Problem<T> problem -> throw failure(problem);
    };
  }

  private ApplicationFailure unanswered() {
    faults.add("write unanswered");
    return ApplicationFailure.newNonRetryableFailure("no answer came", UNANSWERED);
  }

  private ApplicationFailure failure(Problem<?> problem) {
    IncidentCause cause =
        switch (problem.status()) {
          case 401 -> IncidentCause.TOKEN_REJECTED;
          case 403 -> IncidentCause.SCOPE_MISSING;
          case 404 -> IncidentCause.NOT_FOUND;
          default ->
              "payment_method_required".equals(problem.reason())
                  ? IncidentCause.PAYMENT_METHOD_REQUIRED
                  : IncidentCause.REQUEST_REJECTED;
        };
    String words = "the marketplace says no: " + problem.reason();
    return ApplicationFailure.newBuilder()
        .setMessage(words)
        .setType(cause.wire())
        .setDetails(new Obstacle(cause, words, problem.url()))
        .setNonRetryable(Objects.requireNonNull(current).endedBy(cause))
        .setCategory(ApplicationErrorCategory.BENIGN)
        .build();
  }

  private static AskAnswer.@Nullable Reason fact(Problem<?> problem) {
    return switch (String.valueOf(problem.reason())) {
      case "already_accepted" -> AskAnswer.Reason.ALREADY_ACCEPTED;
      case "contract_ended" -> AskAnswer.Reason.CONTRACT_ENDED;
      case "milestone_not_fundable" -> AskAnswer.Reason.MILESTONE_NOT_FUNDABLE;
      case "milestone_not_funded" -> AskAnswer.Reason.MILESTONE_NOT_FUNDED;
      case "milestone_cancelled" -> AskAnswer.Reason.MILESTONE_CANCELLED;
      default -> null;
    };
  }
}
