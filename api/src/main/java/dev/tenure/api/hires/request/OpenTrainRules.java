package dev.tenure.api.hires.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.body.Violations;
import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.hires.request.HireRequest.OpenContractRequest;
import dev.tenure.api.hires.request.HireRequest.PoliciesRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of OpenTrain: a hire is that of a proposal, and people decide on the marketplace. */
record OpenTrainRules(Violations violations) implements MarketplaceRules {

  @Override
  public String currency() {
    return Money.USD;
  }

  @Override
  public String identity(HireRequest request) {
    if (request.proposalId() == null) {
      violations.add(Pointer.ROOT.to("proposalId"), "required", "proposalId is required.");
      return "";
    }
    return request.proposalId();
  }

  @Override
  public void checkHire(HireRequest request) {
    if (request.openContract() != null) {
      onlyOnOpenContract(OPEN_CONTRACT);
    }
  }

  @Override
  public void checkPolicies(@Nullable PoliciesRequest policies) {
    if (policies != null && policies.selfApproval() != null) {
      noSelfApproval();
    }
  }

  @Override
  public void checkChange(JsonNode patch) {
    if (patch.path("policies").has("selfApproval")) {
      noSelfApproval();
    }
    if (patch.has("openContract")) {
      onlyOnOpenContract(OPEN_CONTRACT);
    }
  }

  private void noSelfApproval() {
    violations.add(
        POLICIES.to("selfApproval"),
        "only_on_opencontract",
        "OpenTrain's approvals are decided there, by whom it lets; leave selfApproval out.");
  }

  /** The marketplace takes a name alone for the hire, but not for a milestone created later. */
  @Override
  public void checkMilestone(Pointer at, boolean first, MilestoneRequest asked) {
    boolean described = MilestoneReader.unlessBlank(asked.description()) != null;
    if (!first && !described) {
      violations.add(
          at.to("description"),
          "required",
          "description is required for every milestone but the first.");
    } else if (MilestoneReader.unlessBlank(asked.name()) == null
        && !described
        && !violations.at(at.to("name"))
        && !violations.at(at.to("description"))) {
      violations.add(at, "required", "A milestone needs a name or a description.");
    }
    if (asked.openContract() != null) {
      onlyOnOpenContract(at.to("openContract"));
    }
  }

  @Override
  public @Nullable OpenContractMilestone milestone(Pointer at, String key, MilestoneRequest asked) {
    return null;
  }

  @Override
  public @Nullable OpenContractTerms terms(HireRequest request, List<MilestonePlan> milestones) {
    return null;
  }

  @Override
  public @Nullable OpenContractTerms changed(
      HireTerms now, @Nullable OpenContractRequest asked, List<MilestonePlan> ahead) {
    return null;
  }

  private void onlyOnOpenContract(Pointer at) {
    violations.add(
        at,
        "only_on_opencontract",
        "The account is one of OpenTrain; leave " + at.name() + " out.");
  }
}
