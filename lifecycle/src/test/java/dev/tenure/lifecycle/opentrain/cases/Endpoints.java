package dev.tenure.lifecycle.opentrain.cases;

import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.lifecycle.simulation.Refusals;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Ok;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Problem;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceEvent;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMarketplace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries one attempt of a call out on the marketplace, and says what came in the hire's words. */
final class Endpoints {
  private static final int PAGE = 200;

  private final SimulatedMarketplace marketplace;
  private final String proposalId;
  private final Set<String> hidden = new HashSet<>();
  private final Map<String, String> statuses = new HashMap<>();
  private @Nullable Instant contractsAsOf;
  private @Nullable String otherContract;
  private boolean takesMilestones = true;
  private boolean showsPrices = true;

  Endpoints(SimulatedMarketplace marketplace, String proposalId) {
    this.marketplace = marketplace;
    this.proposalId = proposalId;
  }

  /** An approval or a contract that reads answer with 404. */
  void hide(String id) {
    hidden.add(id);
  }

  void show(String id) {
    hidden.remove(id);
  }

  /** An approval reads with a status of which the simulated marketplace knows nothing. */
  void status(String approvalId, String status) {
    statuses.put(approvalId, status);
  }

  /** Approvals of the hire name this contract as their result. */
  void contractOfApprovals(String contractId) {
    otherContract = contractId;
  }

  /** Reads of contracts are answered by a copy that hears of nothing from now on. */
  void contractsAsOf(@Nullable Instant instant) {
    contractsAsOf = instant;
  }

  /** Creations are answered as on a contract that has ended. */
  void takesNoMilestones() {
    takesMilestones = false;
  }

  /** Whether milestones after the first are shown with an amount. */
  void showsPrices(boolean yes) {
    showsPrices = yes;
  }

  private MilestoneSnapshot shown(MilestoneSnapshot milestone) {
    return showsPrices || milestone.number() == 1
        ? milestone
        : new MilestoneSnapshot(
            milestone.id(),
            milestone.number(),
            milestone.name(),
            milestone.status(),
            null,
            milestone.dueDate(),
            milestone.tag(),
            milestone.pendingApproval());
  }

  private ContractSnapshot shown(ContractSnapshot contract) {
    return new ContractSnapshot(
        contract.id(),
        contract.status(),
        contract.jobId(),
        contract.proposalId(),
        contract.paymentType(),
        contract.milestones().stream().map(this::shown).toList(),
        contract.budget());
  }

  OpenTrainObservation carryOut(OpenTrainCall call, @Nullable String contractId, Instant now) {
    return switch (call) {
      case OpenTrainCall.Ask ask -> ask(ask, now);
      case OpenTrainCall.CreateMilestone create -> create(create, now);
      case OpenTrainCall.ReadApproval read -> readApproval(read, contractId, now);
      case OpenTrainCall.FindApproval find -> find(find, now);
      case OpenTrainCall.ReadContract read -> contract(read, contractId, now);
      case OpenTrainCall.ReadNamedContract named -> contract(named, named.contractId(), now);
    };
  }

  private OpenTrainObservation ask(OpenTrainCall.Ask ask, Instant now) {
    MarketplaceAnswer<AskAnswer> answer =
        switch (ask.step().kind()) {
          case HIRE ->
              marketplace.requestHire(
                  ask.target(), Objects.requireNonNull(ask.terms()), ask.confirmNotFit(), now);
          case FUND -> marketplace.requestFunding(ask.target(), now);
          case RELEASE -> marketplace.requestRelease(ask.target(), now);
          case END -> marketplace.requestEnd(ask.target(), now);
          case CONTRACT, TERMS, CREATE, GONE, DISPUTE ->
              throw new AssertionError("not asked for: " + ask);
        };
    return switch (answer) {
      case Ok<AskAnswer>(AskAnswer said) ->
          new OpenTrainObservation.Answered(
              ask, said, said instanceof AskAnswer.Done ? reading(ask.target(), now) : null);
      case Problem<AskAnswer> problem -> {
        AskAnswer.Reason fact = Refusals.fact(problem);
        yield fact == null
            ? new OpenTrainObservation.Refused(ask, Refusals.obstacle(problem))
            : new OpenTrainObservation.Answered(ask, new AskAnswer.Fact(fact));
      }
    };
  }

  private OpenTrainObservation create(OpenTrainCall.CreateMilestone create, Instant now) {
    if (!takesMilestones) {
      return new OpenTrainObservation.MilestoneCreated(create, new CreateAnswer.ContractEnded());
    }
    return switch (marketplace.createMilestone(
        create.contractId(), create.plan(), create.tag(), now)) {
      case Ok<MilestoneSnapshot>(MilestoneSnapshot made) ->
          new OpenTrainObservation.MilestoneCreated(create, new CreateAnswer.Created(shown(made)));
      case Problem<MilestoneSnapshot> problem when "contract_ended".equals(problem.reason()) ->
          new OpenTrainObservation.MilestoneCreated(create, new CreateAnswer.ContractEnded());
      case Problem<MilestoneSnapshot> problem ->
          new OpenTrainObservation.Refused(create, Refusals.obstacle(problem));
    };
  }

  /** The read of a final approval brings the contract with it. */
  private OpenTrainObservation readApproval(
      OpenTrainCall.ReadApproval read, @Nullable String contractId, Instant now) {
    return switch (approval(read.approvalId(), now)) {
      case Ok<ApprovalSnapshot>(ApprovalSnapshot shown) -> {
        String known = contractId == null ? shown.contractId() : contractId;
        yield new OpenTrainObservation.ApprovalRead(
            read,
            new ApprovalReading.Seen(shown),
            shown.status().equals("pending") ? null : reading(known, now));
      }
      case Problem<ApprovalSnapshot> problem when problem.status() == 404 ->
          new OpenTrainObservation.ApprovalRead(read, new ApprovalReading.LostSight());
      case Problem<ApprovalSnapshot> problem ->
          new OpenTrainObservation.Refused(read, Refusals.obstacle(problem));
    };
  }

  private MarketplaceAnswer<ApprovalSnapshot> approval(String id, Instant now) {
    if (hidden.contains(id)) {
      return missing();
    }
    MarketplaceAnswer<ApprovalSnapshot> answer = marketplace.readApproval(id, now);
    return answer instanceof Ok<ApprovalSnapshot>(ApprovalSnapshot shown)
        ? new Ok<>(scripted(shown))
        : answer;
  }

  private ApprovalSnapshot scripted(ApprovalSnapshot shown) {
    String contractId = shown.contractId();
    return new ApprovalSnapshot(
        shown.id(),
        shown.type(),
        statuses.getOrDefault(shown.id(), shown.status()),
        contractId == null || otherContract == null ? contractId : otherContract,
        shown.milestoneId(),
        shown.jobId(),
        shown.proposalId(),
        shown.url(),
        shown.createdAt(),
        shown.expiresAt(),
        shown.resolvedAt(),
        shown.result());
  }

  private OpenTrainObservation contract(
      OpenTrainCall call, @Nullable String contractId, Instant now) {
    return switch (contract(contractId, now)) {
      case Ok<ContractReading>(ContractReading reading) ->
          new OpenTrainObservation.ContractRead(call, reading);
      case Problem<ContractReading> problem ->
          new OpenTrainObservation.Refused(call, Refusals.obstacle(problem));
    };
  }

  private @Nullable ContractReading reading(@Nullable String contractId, Instant now) {
    return contract(contractId, now) instanceof Ok<ContractReading>(ContractReading reading)
        ? reading
        : null;
  }

  private MarketplaceAnswer<ContractReading> contract(@Nullable String contractId, Instant now) {
    Instant asOf = contractsAsOf == null ? now : contractsAsOf;
    if (contractId == null) {
      return marketplace.findContractAsOf(proposalId, asOf);
    }
    if (hidden.contains(contractId)) {
      return new Ok<>(new ContractReading.NotFound());
    }
    return switch (marketplace.readContractAsOf(contractId, asOf)) {
      case Ok<ContractSnapshot>(ContractSnapshot shown) ->
          new Ok<>(new ContractReading.Seen(shown(shown)));
      case Problem<ContractSnapshot> problem when problem.status() == 404 ->
          new Ok<>(new ContractReading.NotFound());
      case Problem<ContractSnapshot> problem ->
          new Problem<>(
              problem.status(), problem.code(), problem.reason(), problem.url(), problem.detail());
    };
  }

  /** Reads each approval that events have named since the ask left. */
  private OpenTrainObservation find(OpenTrainCall.FindApproval call, Instant now) {
    List<ApprovalSnapshot> found = new ArrayList<>();
    for (MarketplaceEvent event : marketplace.updates(0, PAGE).value().events()) {
      String id = event.notification().approvalId();
      if (id != null
          && !event.createdAt().isBefore(call.since())
          && approval(id, now) instanceof Ok<ApprovalSnapshot>(ApprovalSnapshot shown)
          && Refusals.concerns(call, shown)) {
        found.add(shown);
      }
    }
    return new OpenTrainObservation.ApprovalsSearched(call, found);
  }

  private static <T> MarketplaceAnswer<T> missing() {
    return new Problem<>(404, "NOT_FOUND", null, null, "approvals");
  }
}
