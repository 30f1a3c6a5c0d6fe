package dev.tenure.sandbox.world;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the simulated people do; the first rule that fits an approval decides. */
@Serdeable
public record PeoplePolicy(List<Rule> approvals, Trainer trainer) {
  public static final PeoplePolicy ABSENT = new PeoplePolicy(List.of(), new Trainer(false, 0));

  /** What a person does with an approval that it fits. */
  public enum Decision {
    CONFIRM,
    DECLINE,
    IGNORE,
    EDIT
  }

  /**
   * One habit.
   *
   * @param type null for every type
   * @param subject a proposal, milestone or contract id; null for every one
   */
  @Serdeable
  public record Rule(
      @Nullable ApprovalType type,
      @Nullable String subject,
      Decision decision,
      long delayMs,
      @Nullable Edit edit) {

    boolean fits(Approval approval) {
      return (type == null || type == approval.type())
          && (subject == null
              || subject.equals(approval.proposalId())
              || subject.equals(approval.milestoneId())
              || subject.equals(approval.contractId()));
    }
  }

  /** What the trainer does once a milestone is funded. */
  @Serdeable
  public record Trainer(boolean requestPayout, long delayMs) {}

  public @Nullable Rule ruleFor(Approval approval) {
    return approvals.stream().filter(rule -> rule.fits(approval)).findFirst().orElse(null);
  }
}
