package dev.tenure.api.hires.request;

import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.FundRule;
import dev.tenure.model.MilestonePlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the milestones of a request. */
final class MilestonesReader {

  /** The most milestones that a hire may have. */
  static final int MOST = 50;

  private static final Pointer AT = Pointer.ROOT.to("milestones");

  private final Violations violations;
  private final MilestoneReader milestones;

  MilestonesReader(Violations violations) {
    this.violations = violations;
    this.milestones = new MilestoneReader(violations);
  }

  List<MilestonePlan> read(@Nullable List<@Nullable MilestoneRequest> asked) {
    if (asked == null || asked.isEmpty()) {
      violations.add(AT, "required", "At least one milestone is required.");
      return List.of();
    }
    if (asked.size() > MOST) {
      violations.add(AT, "too_many", "At most " + MOST + " milestones are allowed.");
      return List.of();
    }
    List<String> keys = keys(asked);
    FundReader funds = new FundReader(violations, keys);
    List<MilestonePlan> plans = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      MilestoneRequest one = asked.get(i);
      if (one == null) {
        violations.add(AT.to(i), "required", "A milestone must be an object.");
      } else {
        plans.add(milestones.read(AT.to(i), keys.get(i), one, i == 0, fund(i, one, keys, funds)));
      }
    }
    funds.checkCycles(plans);
    return plans;
  }

  private static FundRule fund(int i, MilestoneRequest asked, List<String> keys, FundReader funds) {
    Pointer at = AT.to(i).to("fund");
    return i == 0
        ? funds.ofFirst(at, asked.fund())
        : funds.ofLater(at, keys.get(i), keys.get(i - 1), asked.fund());
  }

  private List<String> keys(List<@Nullable MilestoneRequest> asked) {
    List<String> keys = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < asked.size(); i++) {
      MilestoneRequest one = asked.get(i);
      String key = one == null || one.key() == null ? "m" + (i + 1) : one.key();
      milestones.checkKey(AT.to(i).to("key"), key, seen.add(key));
      keys.add(key);
    }
    return keys;
  }
}
