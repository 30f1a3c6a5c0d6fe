package dev.tenure.api.hires.request;

import dev.tenure.api.body.Body;
import dev.tenure.api.body.Violations;
import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads a milestone that is added to a hire. Whether its key is still free only the workflow can
 * say: to the repetition of a request that was carried out, it is not.
 */
public final class AddedMilestoneReader {

  private AddedMilestoneReader() {}

  /**
   * Reads a milestone.
   *
   * @param hire that it is added to
   * @param addresses of the accounts
   * @throws dev.tenure.api.problem.ProblemException with every violation at once
   */
  public static MilestonePlan read(
      Body<MilestoneRequest> body, HireView hire, AccountAddresses addresses) {
    List<MilestoneDocument> there = hire.milestones();
    MilestoneRequest asked = body.value();
    Violations violations = body.violations();
    String key = asked.key() == null ? nextFree(there) : asked.key();
    if (there.size() >= HireRequest.MOST_MILESTONES && !taken(there, key)) {
      violations.add(
          Pointer.ROOT,
          "too_many",
          "A hire has at most " + HireRequest.MOST_MILESTONES + " milestones.");
    }
    var reader =
        new MilestoneReader(violations, MarketplaceRules.of(violations, hire.row(), addresses));
    FundRule fund = fund(reader, key, asked, there);
    MilestonePlan plan = reader.read(Pointer.ROOT, key, asked, false, fund);
    violations.throwIfAny();
    return plan;
  }

  private static FundRule fund(
      MilestoneReader reader, String key, MilestoneRequest asked, List<MilestoneDocument> there) {
    List<MilestoneDocument> ours = there.stream().filter(one -> !one.foreign()).toList();
    List<String> payable =
        ours.stream().filter(AddedMilestoneReader::payable).map(MilestoneDocument::key).toList();
    if (payable.isEmpty() && asked.fund() == null) {
      return FundRule.atStart();
    }
    return reader.fundOfLater(
        Pointer.ROOT.to("fund"),
        key,
        payable.isEmpty() ? key : payable.getLast(),
        ours.stream().map(MilestoneDocument::key).toList(),
        asked.fund());
  }

  private static boolean payable(MilestoneDocument milestone) {
    return milestone.state() != MilestoneState.CANCELLED
        && milestone.state() != MilestoneState.DROPPED;
  }

  /** The key of the next milestone that has none of its own. */
  public static String nextFree(List<MilestoneDocument> there) {
    return IntStream.iterate(there.size() + 1, i -> i + 1)
        .mapToObj(i -> "m" + i)
        .filter(key -> !taken(there, key))
        .findFirst()
        .orElseThrow();
  }

  private static boolean taken(List<MilestoneDocument> there, String key) {
    return there.stream().anyMatch(milestone -> milestone.key().equals(key));
  }
}
