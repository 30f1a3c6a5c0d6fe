package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Ok;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Problem;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceEvent;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMarketplace;
import dev.tenure.lifecycle.simulation.marketplace.UpdatesPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries one attempt of a call out on the marketplace, and says in the hire's words what came. */
final class Endpoints {
  private static final int PAGE = 200;

  private final World world;
  private final SimulatedMarketplace marketplace;

  Endpoints(World world) {
    this.world = world;
    this.marketplace = world.marketplace();
  }

  /**
   * Carries it out.
   *
   * @param contractId the contract that was known when the call was made
   * @param late whether nobody waits for it any more: then it is not the rules that ask
   */
  OpenTrainObservation carryOut(
      HireDriver hire, OpenTrainCall call, @Nullable String contractId, boolean late) {
    return switch (call) {
      case OpenTrainCall.Ask ask -> ask(hire, ask, late);
      case OpenTrainCall.CreateMilestone create -> create(hire, create);
      case OpenTrainCall.ReadApproval read -> readApproval(hire, read, contractId);
      case OpenTrainCall.FindApproval find -> find(hire, find, late);
      case OpenTrainCall.ReadContract read -> readContract(hire, read, contractId);
      case OpenTrainCall.ReadNamedContract named ->
          switch (marketplace.readContractAsOf(named.contractId(), world.wire().asOf())) {
            case Ok<ContractSnapshot>(ContractSnapshot shown) ->
                new OpenTrainObservation.ContractRead(named, new ContractReading.Seen(shown));
            case Problem<ContractSnapshot> problem when problem.status() == 404 ->
                new OpenTrainObservation.ContractRead(named, new ContractReading.NotFound());
            case Problem<ContractSnapshot> problem ->
                new OpenTrainObservation.Refused(named, Refusals.obstacle(problem));
          };
    };
  }

  private OpenTrainObservation ask(HireDriver hire, OpenTrainCall.Ask ask, boolean late) {
    Instant now = world.agenda().instant();
    int before = marketplace.approvals().size();
    MarketplaceAnswer<AskAnswer> answer =
        switch (ask.step().kind()) {
          case HIRE ->
              marketplace.requestHire(
                  ask.target(), Objects.requireNonNull(ask.terms()), ask.confirmNotFit(), now);
          case FUND -> marketplace.requestFunding(ask.target(), now);
          case RELEASE -> marketplace.requestRelease(ask.target(), now);
          case END -> marketplace.requestEnd(ask.target(), now);
          case CONTRACT, TERMS, CREATE, GONE, DISPUTE ->
              throw new IllegalStateException("not asked for");
        };
    if (!late && marketplace.approvals().size() > before) {
      world.invariants().approvalMade(hire, ask);
    }
    return switch (answer) {
      case Ok<AskAnswer>(AskAnswer said) ->
          new OpenTrainObservation.Answered(
              ask,
              said,
              said instanceof AskAnswer.Done && !world.wire().secondReadFails()
                  ? read(hire.proposalId(), ask.target())
                  : null);
      case Problem<AskAnswer> problem -> {
        AskAnswer.@Nullable Reason fact = Refusals.fact(problem);
        yield fact == null
            ? new OpenTrainObservation.Refused(ask, Refusals.obstacle(problem))
            : new OpenTrainObservation.Answered(ask, new AskAnswer.Fact(fact));
      }
    };
  }

  private OpenTrainObservation create(HireDriver hire, OpenTrainCall.CreateMilestone create) {
    MarketplaceAnswer<MilestoneSnapshot> answer =
        marketplace.createMilestone(
            create.contractId(), create.plan(), create.tag(), world.agenda().instant());
    return switch (answer) {
      case Ok<MilestoneSnapshot>(MilestoneSnapshot made) -> {
        world.invariants().milestoneMade(hire, create);
        yield new OpenTrainObservation.MilestoneCreated(create, new CreateAnswer.Created(made));
      }
      case Problem<MilestoneSnapshot> problem when "contract_ended".equals(problem.reason()) ->
          new OpenTrainObservation.MilestoneCreated(create, new CreateAnswer.ContractEnded());
      case Problem<MilestoneSnapshot> problem ->
          new OpenTrainObservation.Refused(create, Refusals.obstacle(problem));
    };
  }

  private OpenTrainObservation readApproval(
      HireDriver hire, OpenTrainCall.ReadApproval read, @Nullable String contractId) {
    return switch (marketplace.readApproval(read.approvalId(), world.agenda().instant())) {
      case Ok<ApprovalSnapshot>(ApprovalSnapshot shown) -> {
        boolean also =
            !shown.status().equals("pending")
                && world.draw().readsTogether()
                && !world.wire().secondReadFails();
        if (!shown.status().equals("pending")) {
          hire.checks().asks().decided(read.step(), shown.id());
        }
        if (also) {
          hire.checks().asks().looked();
        }
        String known = contractId == null ? shown.contractId() : contractId;
        yield new OpenTrainObservation.ApprovalRead(
            read, new ApprovalReading.Seen(shown), also ? read(hire.proposalId(), known) : null);
      }
      case Problem<ApprovalSnapshot> problem when problem.status() == 404 ->
          new OpenTrainObservation.ApprovalRead(read, new ApprovalReading.LostSight());
      case Problem<ApprovalSnapshot> problem ->
          new OpenTrainObservation.Refused(read, Refusals.obstacle(problem));
    };
  }

  private OpenTrainObservation readContract(
      HireDriver hire, OpenTrainCall.ReadContract read, @Nullable String contractId) {
    hire.checks().asks().looked();
    return switch (answer(hire.proposalId(), contractId)) {
      case Ok<ContractReading>(ContractReading reading) ->
          new OpenTrainObservation.ContractRead(read, reading);
      case Problem<ContractReading> problem ->
          new OpenTrainObservation.Refused(read, Refusals.obstacle(problem));
    };
  }

  private @Nullable ContractReading read(String proposalId, @Nullable String contractId) {
    return switch (answer(proposalId, contractId)) {
      case Ok<ContractReading>(ContractReading reading) -> reading;
      case Problem<ContractReading> problem -> null;
    };
  }

  private MarketplaceAnswer<ContractReading> answer(
      String proposalId, @Nullable String contractId) {
    Instant asOf = world.wire().asOf();
    if (contractId == null) {
      return marketplace.findContractAsOf(proposalId, asOf);
    }
    return switch (marketplace.readContractAsOf(contractId, asOf)) {
      case Ok<ContractSnapshot>(ContractSnapshot shown) ->
          new Ok<>(new ContractReading.Seen(shown));
      case Problem<ContractSnapshot> problem when problem.status() == 404 ->
          new Ok<>(new ContractReading.NotFound());
      case Problem<ContractSnapshot> problem ->
          new Problem<>(
              problem.status(), problem.code(), problem.reason(), problem.url(), problem.detail());
    };
  }

  /** Reads each approval that events have named since the ask left. */
  private OpenTrainObservation find(
      HireDriver hire, OpenTrainCall.FindApproval call, boolean late) {
    Instant asOf = world.wire().feedAsOf();
    Set<String> named = new LinkedHashSet<>();
    long cursor = 0;
    boolean more = true;
    while (more) {
      switch (marketplace.updates(cursor, PAGE)) {
        case Ok<UpdatesPage>(UpdatesPage page) -> {
          for (MarketplaceEvent event : page.events()) {
            String approvalId = event.notification().approvalId();
            if (approvalId != null
                && !event.createdAt().isBefore(call.since())
                && !event.createdAt().isAfter(asOf)) {
              named.add(approvalId);
            }
          }
          cursor = page.nextCursor();
          more = page.hasMore();
        }
        case Problem<UpdatesPage> problem -> {
          return new OpenTrainObservation.Refused(call, Refusals.obstacle(problem));
        }
      }
    }
    List<ApprovalSnapshot> found = new ArrayList<>();
    Set<String> hidden = new LinkedHashSet<>();
    for (String id : named) {
      switch (marketplace.readApproval(id, world.agenda().instant())) {
        case Ok<ApprovalSnapshot>(ApprovalSnapshot shown) -> {
          if (Refusals.concerns(call, shown)) {
            found.add(shown);
          }
        }
        case Problem<ApprovalSnapshot> problem when problem.status() == 404 -> hidden.add(id);
        case Problem<ApprovalSnapshot> problem -> {
          return new OpenTrainObservation.Refused(call, Refusals.obstacle(problem));
        }
      }
    }
    if (!late) {
      world.invariants().searched(hire, call.step(), asOf, hidden);
    }
    return new OpenTrainObservation.ApprovalsSearched(call, found);
  }
}
