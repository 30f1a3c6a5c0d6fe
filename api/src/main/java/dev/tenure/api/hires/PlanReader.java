package dev.tenure.api.hires;

import dev.tenure.api.hires.HireRequest.PoliciesRequest;
import dev.tenure.api.hires.HireRequest.RefusalRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.EditedTerms;
import dev.tenure.model.EndRule;
import dev.tenure.model.HirePlan;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import dev.tenure.model.Policies;
import dev.tenure.model.RefusalPolicy;
import dev.tenure.model.ReleaseRule;
import dev.tenure.model.Then;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a plan of a request: every rule is checked, every default filled in. */
final class PlanReader {

  private static final int LONGEST_ID = 200;
  private static final int MOST_LABELS = 20;
  private static final int LONGEST_LABEL_KEY = 63;
  private static final int MOST_REPEATS = 10;

  private final Violations violations = new Violations();
  private final Set<String> accounts;

  private PlanReader(Set<String> accounts) {
    this.accounts = accounts;
  }

  /**
   * @param accounts the accounts that are set up here
   * @throws dev.tenure.api.problem.ProblemException with every violation at once
   */
  static HirePlan read(HireRequest request, Set<String> accounts) {
    return new PlanReader(accounts).plan(request);
  }

  private HirePlan plan(HireRequest request) {
    String account = account(request.account());
    String proposal =
        violations.required(Pointer.ROOT.to("proposalId"), request.proposalId(), LONGEST_ID);
    String ref =
        violations.optional(Pointer.ROOT.to("externalRef"), request.externalRef(), LONGEST_ID);
    violations.optional(Pointer.ROOT.to("replaces"), request.replaces(), LONGEST_ID);
    Map<String, String> labels = labels(request.labels());
    List<MilestonePlan> milestones = new MilestonesReader(violations).read(request.milestones());
    Money cap = new BudgetReader(violations).cap(request.budget(), milestones);
    Policies policies = policies(request.policies());
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

  private Map<String, String> labels(@Nullable Map<String, @Nullable String> asked) {
    Map<String, String> labels = new TreeMap<>();
    Pointer at = Pointer.ROOT.to("labels");
    if (asked == null) {
      return labels;
    }
    if (asked.size() > MOST_LABELS) {
      violations.add(at, "too_many", "At most " + MOST_LABELS + " labels are allowed.");
    }
    asked.forEach((key, value) -> labels.put(key, label(at.to(key), key, value)));
    return labels;
  }

  private String label(Pointer at, String key, @Nullable String value) {
    if (!goodLabelKey(key)) {
      violations.add(at, "bad_label", "A label's key has 1 to 63 characters and no colon in it.");
    }
    return violations.required(at, value, LONGEST_ID);
  }

  private static boolean goodLabelKey(String key) {
    return !key.isBlank()
        && key.length() <= LONGEST_LABEL_KEY
        && key.indexOf(':') < 0
        && Violations.storable(key);
  }

  private Policies policies(@Nullable PoliciesRequest asked) {
    Policies usual = Policies.DEFAULT;
    if (asked == null) {
      return usual;
    }
    Pointer at = Pointer.ROOT.to("policies");
    return new Policies(
        refusal(at.to("onDeclined"), asked.onDeclined(), usual.onDeclined()),
        refusal(at.to("onExpired"), asked.onExpired(), usual.onExpired()),
        violations.choice(at.to("release"), asked.release(), usual.release(), ReleaseRule::wire),
        violations.choice(at.to("end"), asked.end(), usual.end(), EndRule::wire),
        violations.choice(
            at.to("onEditedTerms"),
            asked.onEditedTerms(),
            usual.onEditedTerms(),
            EditedTerms::wire));
  }

  private RefusalPolicy refusal(Pointer at, @Nullable RefusalRequest asked, RefusalPolicy usual) {
    if (asked == null) {
      return usual;
    }
    int repeats = asked.reRequest() == null ? usual.reRequest() : asked.reRequest();
    if (repeats < 0 || repeats > MOST_REPEATS) {
      violations.add(
          at.to("reRequest"), "out_of_range", "reRequest must be from 0 to " + MOST_REPEATS + ".");
    }
    Then then = violations.choice(at.to("then"), asked.then(), usual.then(), Then::wire);
    return new RefusalPolicy(repeats, then);
  }
}
