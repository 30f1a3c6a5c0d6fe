package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One milestone as the requester wants it.
 *
 * @param key the requester's own name for it, unique within the hire
 * @param name short name shown to people; at least one of name and description is given
 * @param dueDate day on which the work is due
 * @param release when its release is asked for; the hire's policy where absent
 * @param volume hours or labels, on a contract paid by them; the marketplace prices them, and
 *     {@code amount} is what the requester reckons with
 * @param openContract what only OpenContract needs; absent for a milestone on OpenTrain
 */
public record MilestonePlan(
    String key,
    @Nullable String name,
    @Nullable String description,
    Money amount,
    @Nullable LocalDate dueDate,
    FundRule fund,
    @Nullable ReleaseRule release,
    @Nullable BigDecimal volume,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OpenContractMilestone openContract) {

  /** A milestone on OpenTrain. */
  public MilestonePlan(
      String key,
      @Nullable String name,
      @Nullable String description,
      Money amount,
      @Nullable LocalDate dueDate,
      FundRule fund,
      @Nullable ReleaseRule release,
      @Nullable BigDecimal volume) {
    this(key, name, description, amount, dueDate, fund, release, volume, null);
  }

  /** A milestone of a fixed price that is released as the hire's policy says. */
  public MilestonePlan(
      String key,
      @Nullable String name,
      @Nullable String description,
      Money amount,
      @Nullable LocalDate dueDate,
      FundRule fund) {
    this(key, name, description, amount, dueDate, fund, null, null);
  }

  /** The same milestone, funded by another rule. */
  public MilestonePlan withFund(FundRule rule) {
    return new MilestonePlan(
        key, name, description, amount, dueDate, rule, release, volume, openContract);
  }
}
