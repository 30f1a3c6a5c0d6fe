package dev.tenure.sandbox.opentrain.scenario;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.request.TermsRequest;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.contract.Contracts;
import dev.tenure.sandbox.opentrain.rules.contract.ContractsInApp;
import dev.tenure.sandbox.opentrain.scenario.Scenario.ContractSpec;
import dev.tenure.sandbox.opentrain.scenario.Scenario.MilestoneSpec;
import dev.tenure.sandbox.opentrain.scenario.Scenario.UsageSpec;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Contracts of a scenario, brought to where they stand by what people do in the app. */
@Singleton
record ContractBuilder(World world, ContractsInApp app) {

  void build(String at, ContractSpec spec) {
    Proposal proposal = world.proposals.find(spec.proposal());
    if (proposal == null || proposal.contractId() != null) {
      throw InvalidRequest.field(at + "proposal", "must be one that is not hired yet");
    }
    String first = at + "milestones[0].";
    Terms terms = terms(first, spec.milestones().getFirst());
    Contract contract = within(first, () -> app.hire(spec.proposal(), terms));
    ScenarioBuilder.each(
        at + "milestones",
        spec.milestones(),
        (place, milestone) -> {
          boolean born = place.equals(first);
          String id =
              born
                  ? contract.milestones().getFirst().id()
                  : create(place, contract.id(), milestone);
          bring(
              place,
              milestone,
              id,
              born ? Milestone.Status.ACTIVE_FUNDED : Milestone.Status.NOT_FUNDED);
        });
    use(spec.usage(), contract.id());
    if (requireNonNullElse(spec.ended(), false)) {
      app.end(contract.id(), EscrowChoice.REFUND);
    }
  }

  private static Terms terms(String at, MilestoneSpec spec) {
    refuse(at, "amountUsd", spec.amountUsd());
    refuse(at, "volume", spec.volume());
    return new TermsRequest(
            spec.name(), spec.description(), require(at, "amount", spec.amount()), spec.dueDate())
        .toTerms(at);
  }

  private String create(String at, String contractId, MilestoneSpec spec) {
    refuse(at, "amount", spec.amount());
    Contracts.NewMilestone order =
        new Contracts.NewMilestone(
            Texts.said(spec.name()),
            require(at, "description", Texts.said(spec.description())),
            spec.amountUsd(),
            spec.volume(),
            IsoTime.of(at + "dueDate", spec.dueDate()));
    return within(at, () -> app.createMilestone(contractId, order)).id();
  }

  private static void refuse(String at, String field, @Nullable Object value) {
    InvalidRequest.require(value == null, at + field, "is not known here");
  }

  private static <T> T require(String at, String field, @Nullable T value) {
    if (value == null) {
      throw InvalidRequest.field(at + field, "is required");
    }
    return requireNonNull(value);
  }

  /** What the marketplace refuses is told with its place in the scenario. */
  private static <T> T within(String at, Supplier<T> act) {
    try {
      return act.get();
    } catch (InvalidRequest invalid) {
      throw impossible(at + requireNonNullElse(invalid.field(), ""), invalid);
    } catch (Refusal refusal) {
      throw impossible(at, refusal);
    }
  }

  private static InvalidRequest impossible(String place, RuntimeException why) {
    return InvalidRequest.field(
        place.replaceFirst("\\.$", ""), "cannot be so: " + why.getMessage());
  }

  private void bring(String at, MilestoneSpec spec, String id, Milestone.Status from) {
    Milestone.Status to = requireNonNullElse(spec.state(), from);
    boolean funded = from == Milestone.Status.ACTIVE_FUNDED;
    if (to != from) {
      switch (to) {
        case NOT_FUNDED -> throw InvalidRequest.field(at + "state", "the first one is born funded");
        case ACTIVE_FUNDED -> within(at, () -> app.fund(id));
        case CANCELLED -> {
          InvalidRequest.require(!funded, at + "state", "the first one is REFUNDED, not CANCELLED");
          within(at, () -> app.cancel(id));
        }
        case PAID, REFUNDED, DISPUTED -> {
          if (!funded) {
            within(at, () -> app.fund(id));
          }
          settle(at, id, to);
        }
      }
    }
    if (requireNonNullElse(spec.payoutRequested(), false)) {
      InvalidRequest.require(
          to == Milestone.Status.ACTIVE_FUNDED,
          at + "payoutRequested",
          "needs the state ACTIVE_FUNDED");
      within(at, () -> app.requestPayout(id));
    }
  }

  private void settle(String at, String id, Milestone.Status to) {
    switch (to) {
      case PAID -> within(at, () -> app.pay(id));
      case REFUNDED -> within(at, () -> app.refund(id));
      default -> within(at, () -> app.dispute(id));
    }
  }

  private void use(@Nullable UsageSpec usage, String contractId) {
    if (usage != null) {
      app.use(
          contractId,
          requireNonNullElse(usage.seconds(), 0L),
          requireNonNullElse(usage.labels(), 0L),
          requireNonNullElse(usage.tasks(), 0L));
    }
  }
}
