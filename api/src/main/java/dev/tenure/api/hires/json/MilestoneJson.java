package dev.tenure.api.hires.json;

import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.FundWhen;
import dev.tenure.model.plan.ReleaseRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as it stands; {@code foreign} if it was made by somebody else.
 *
 * @param amount absent while the marketplace shows no amount that can be read of a milestone that
 *     somebody else added
 * @param release when its release is asked for, by its own rule or the hire's policy
 * @param volume hours or labels, on a contract that is paid by them
 * @param note what its state alone does not say
 * @param openContract what only OpenContract needs; absent on OpenTrain
 */
@Serdeable
@Schema(name = "Milestone")
public record MilestoneJson(
    String key,
    @Nullable String milestoneId,
    @Nullable Integer number,
    @Nullable String name,
    @Nullable String description,
    @Nullable MoneyJson amount,
    @Nullable LocalDate dueDate,
    FundJson fund,
    @Schema(implementation = ReleaseRule.class) String release,
    @Nullable BigDecimal volume,
    @Schema(implementation = MilestoneState.class) String state,
    boolean foreign,
    @Nullable String note,
    @Nullable OpenContractMilestoneJson openContract) {

  /** When a milestone's funding is asked for. */
  @Serdeable
  @Schema(name = "Fund")
  public record FundJson(
      @Schema(implementation = FundWhen.class) String when, @Nullable String after) {}

  /**
   * Tells a milestone.
   *
   * @param policy holds where the milestone has no rule of its own
   */
  public static MilestoneJson of(MilestoneDocument milestone, ReleaseRule policy) {
    ReleaseRule own = milestone.release();
    FundRule fund = milestone.fund();
    return new MilestoneJson(
        milestone.key(),
        milestone.milestoneId(),
        milestone.number(),
        milestone.name(),
        milestone.description(),
        MoneyJson.ofNullable(milestone.knownAmount()),
        milestone.dueDate(),
        new FundJson(fund.when().wire(), fund.after()),
        (own == null ? policy : own).wire(),
        milestone.volume(),
        milestone.state().wire(),
        milestone.foreign(),
        note(milestone),
        OpenContractMilestoneJson.of(milestone));
  }

  private static @Nullable String note(MilestoneDocument milestone) {
    if (milestone.unpriced()) {
      return milestone.foreign()
          ? "The marketplace shows no amount of it that can be read; it counts nothing to the cap."
          : "The marketplace shows no amount of it that can be read; this one is the plan's.";
    }
    return milestone.state() == MilestoneState.DROPPED && milestone.milestoneId() != null
        ? "It was created on the marketplace before it was dropped, and stays there unfunded. It"
            + " costs nothing; a person may cancel it there."
        : null;
  }
}
