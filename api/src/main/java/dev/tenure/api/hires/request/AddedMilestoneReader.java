package dev.tenure.api.hires.request;

import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.FundRule;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.MilestoneState;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads a milestone that is added to a hire. Whether its key is still free only the workflow can
 * say: to the repetition of a request that was carried out, it is not.
 */
public final class AddedMilestoneReader {

  private final Violations violations = new Violations();
  private final List<MilestoneDocument> there;

  private AddedMilestoneReader(List<MilestoneDocument> there) {
    this.there = there;
  }

  /**
   * Reads a milestone.
   *
   * @param there every milestone of the hire
   * @throws dev.tenure.api.problem.ProblemException with every violation at once
   */
  public static MilestonePlan read(MilestoneRequest asked, List<MilestoneDocument> there) {
    return new AddedMilestoneReader(there).plan(asked);
  }

  private MilestonePlan plan(MilestoneRequest asked) {
    var reader = new MilestoneReader(violations);
    String key = asked.key() == null ? nextFree(there) : asked.key();
    reader.checkKey(Pointer.ROOT.to("key"), key, true);
    if (there.size() >= MilestonesReader.MOST && !taken(there, key)) {
      violations.add(
          Pointer.ROOT, "too_many", "A hire has at most " + MilestonesReader.MOST + " milestones.");
    }
    MilestonePlan plan = reader.read(Pointer.ROOT, key, asked, false, fund(key, asked));
    violations.throwIfAny();
    return plan;
  }

  private FundRule fund(String key, MilestoneRequest asked) {
    List<MilestoneDocument> ours = there.stream().filter(one -> !one.foreign()).toList();
    List<String> payable =
        ours.stream().filter(AddedMilestoneReader::payable).map(MilestoneDocument::key).toList();
    if (payable.isEmpty() && asked.fund() == null) {
      return FundRule.atStart();
    }
    String before = payable.isEmpty() ? key : payable.getLast();
    return new FundReader(violations, ours.stream().map(MilestoneDocument::key).toList())
        .ofLater(Pointer.ROOT.to("fund"), key, before, asked.fund());
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
