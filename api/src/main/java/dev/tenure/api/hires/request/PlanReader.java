package dev.tenure.api.hires.request;

import dev.tenure.api.problem.Pointer;
import dev.tenure.model.HirePlan;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import dev.tenure.model.Policies;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a request: every rule is checked, every default filled in. */
public final class PlanReader {

  private static final int LONGEST_ID = 200;

  private final Violations violations = new Violations();
  private final Set<String> accounts;

  private PlanReader(Set<String> accounts) {
    this.accounts = accounts;
  }

  /**
   * Reads a plan.
   *
   * @param accounts the accounts that are set up here
   * @throws dev.tenure.api.problem.ProblemException with every violation at once
   */
  public static HirePlan read(HireRequest request, Set<String> accounts) {
    return new PlanReader(accounts).plan(request);
  }

  private HirePlan plan(HireRequest request) {
    var terms = new TermsReader(violations);
    String account = account(request.account());
    String proposal =
        violations.required(Pointer.ROOT.to("proposalId"), request.proposalId(), LONGEST_ID);
    String ref = terms.externalRef(request.externalRef());
    violations.optional(Pointer.ROOT.to("replaces"), request.replaces(), LONGEST_ID);
    Map<String, String> labels = terms.labels(request.labels());
    List<MilestonePlan> milestones = new MilestonesReader(violations).read(request.milestones());
    Money cap = new BudgetReader(violations).cap(request.budget(), milestones);
    Policies policies = terms.policies(request.policies());
    violations.throwIfAny();
    boolean override = Boolean.TRUE.equals(request.confirmNotFitOverride());
    return new HirePlan(account, proposal, ref, labels, milestones, cap, override, policies);
  }

  private String account(@Nullable String asked) {
    String account = asked == null ? "default" : asked;
    if (!accounts.contains(account)) {
      violations.add(
          Pointer.ROOT.to("account"),
          "unknown_account",
          "There is no account of that name here. Known: " + String.join(", ", accounts) + ".");
    }
    return account;
  }
}
