package dev.tenure.api.hires.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.body.Violations;
import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.hires.request.HireRequest.OpenContractRequest;
import dev.tenure.api.hires.request.HireRequest.PoliciesRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.journal.read.HireRow;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request may say, and must, on the marketplace of its account. */
sealed interface MarketplaceRules permits OpenTrainRules, OpenContractRules {

  Pointer POLICIES = Pointer.ROOT.to("policies");
  Pointer OPEN_CONTRACT = Pointer.ROOT.to("openContract");

  /** The rules that a hire was begun under; who may decide was settled then. */
  static MarketplaceRules of(Violations violations, HireRow hire, AccountAddresses addresses) {
    OpenContractTerms terms = hire.terms().openContract();
    return terms == null
        ? new OpenTrainRules(violations)
        : begun(violations, hire, addresses, terms.reviewMargin());
  }

  /** The same where the hire's own block is changed: what comes of it is held against it all. */
  static MarketplaceRules ofChange(
      Violations violations, HireRow hire, AccountAddresses addresses) {
    return hire.terms().openContract() == null
        ? new OpenTrainRules(violations)
        : begun(violations, hire, addresses, null);
  }

  private static MarketplaceRules begun(
      Violations violations,
      HireRow hire,
      AccountAddresses addresses,
      @Nullable Duration reviewMargin) {
    return new OpenContractRules(
        violations, Instant.now(), addresses.of(hire.plan().account()), true, reviewMargin);
  }

  /** The only currency there. */
  String currency();

  /** What makes the hire the one of its account; empty where it is missing. */
  String identity(HireRequest request);

  /** Refuses what means nothing there. */
  void checkHire(HireRequest request);

  /** Refuses policies that mean nothing there. */
  void checkPolicies(@Nullable PoliciesRequest policies);

  /** Refuses changes that mean nothing there, or cannot be made. */
  void checkChange(JsonNode patch);

  /** Checks the words of a milestone, and refuses fields that mean nothing there. */
  void checkMilestone(Pointer at, boolean first, MilestoneRequest asked);

  /** The block of a milestone that only OpenContract needs. */
  @Nullable OpenContractMilestone milestone(Pointer at, String key, MilestoneRequest asked);

  /** The block of a hire that only OpenContract needs. */
  @Nullable OpenContractTerms terms(HireRequest request, List<MilestonePlan> milestones);

  /**
   * The same as it is changed.
   *
   * @param ahead the milestones that are still to be created
   */
  @Nullable OpenContractTerms changed(
      HireTerms now, @Nullable OpenContractRequest asked, List<MilestonePlan> ahead);
}
