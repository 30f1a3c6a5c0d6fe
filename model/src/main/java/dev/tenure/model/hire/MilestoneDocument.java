package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.ReleaseRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as it stands: its {@link #terms() terms}, its identity on the marketplace, its state.
 *
 * @param milestoneId the marketplace's id once it exists there
 * @param number the marketplace's count within the contract
 * @param amount what people confirmed, or the plan where nothing is confirmed yet
 * @param foreign whether it was made by somebody else; shown, never touched
 * @param version the hire's version at its last change
 * @param release when its release is asked for; the hire's policy where absent
 * @param volume hours or labels, on a contract paid by them
 * @param unpriced whether the marketplace shows no amount of it that can be read: {@code amount} is
 *     then the plan's, or nothing where there is no plan
 * @param openContract what only OpenContract needs; absent for a milestone on OpenTrain
 * @param workingContract of a milestone on OpenContract, once its contract was created
 */
public record MilestoneDocument(
    String key,
    int position,
    @Nullable String milestoneId,
    @Nullable Integer number,
    @Nullable String name,
    @Nullable String description,
    Money amount,
    @Nullable LocalDate dueDate,
    FundRule fund,
    MilestoneState state,
    boolean foreign,
    long version,
    @Nullable ReleaseRule release,
    @Nullable BigDecimal volume,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unpriced,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OpenContractMilestone openContract,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WorkingContractDocument workingContract) {

  /** A milestone on OpenTrain. */
  public MilestoneDocument(
      String key,
      int position,
      @Nullable String milestoneId,
      @Nullable Integer number,
      @Nullable String name,
      @Nullable String description,
      Money amount,
      @Nullable LocalDate dueDate,
      FundRule fund,
      MilestoneState state,
      boolean foreign,
      long version,
      @Nullable ReleaseRule release,
      @Nullable BigDecimal volume,
      boolean unpriced) {
    this(
        key,
        position,
        milestoneId,
        number,
        name,
        description,
        amount,
        dueDate,
        fund,
        state,
        foreign,
        version,
        release,
        volume,
        unpriced,
        null,
        null);
  }

  /** How the plan looks before anything exists on the marketplace. */
  public static MilestoneDocument planned(MilestonePlan plan, int position) {
    return of(plan, position, null, null, MilestoneState.PLANNED, false, 0, false, null);
  }

  /** One that somebody else made on the marketplace. */
  public static MilestoneDocument foreign(MilestonePlan shown, int position, String id, int count) {
    return of(shown, position, id, count, MilestoneState.CREATED, true, 0, false, null);
  }

  private static MilestoneDocument of(
      MilestonePlan terms,
      int position,
      @Nullable String milestoneId,
      @Nullable Integer number,
      MilestoneState state,
      boolean foreign,
      long version,
      boolean unpriced,
      @Nullable WorkingContractDocument workingContract) {
    return new MilestoneDocument(
        terms.key(),
        position,
        milestoneId,
        number,
        terms.name(),
        terms.description(),
        terms.amount(),
        terms.dueDate(),
        terms.fund(),
        state,
        foreign,
        version,
        terms.release(),
        terms.volume(),
        unpriced,
        terms.openContract(),
        workingContract);
  }

  /** Name where there is one, else the key: how people recognise it. */
  public String title() {
    return name == null || name.isBlank() ? key : key + " (" + name + ")";
  }

  /** The amount, or nothing where neither the marketplace nor a plan tells one. */
  public @Nullable Money knownAmount() {
    return unpriced && foreign ? null : amount;
  }

  /** What is to be done and for how much, as it holds now. */
  public MilestonePlan terms() {
    return new MilestonePlan(
        key, name, description, amount, dueDate, fund, release, volume, openContract);
  }

  public MilestoneDocument withState(MilestoneState next) {
    return of(
        terms(), position, milestoneId, number, next, foreign, version, unpriced, workingContract);
  }

  /** The same milestone with the identity and the terms that the marketplace shows. */
  public MilestoneDocument withMarketplace(
      String id,
      int count,
      @Nullable String shownName,
      Money shownAmount,
      @Nullable LocalDate due) {
    MilestonePlan shown =
        new MilestonePlan(
            key, shownName, description, shownAmount, due, fund, release, volume, openContract);
    return of(shown, position, id, count, state, foreign, version, false, workingContract);
  }

  /** The same milestone as it is planned now. */
  public MilestoneDocument withPlan(MilestonePlan plan) {
    return of(
        plan, position, milestoneId, number, state, foreign, version, unpriced, workingContract);
  }

  /** The same milestone, funded by another rule. */
  public MilestoneDocument withFund(FundRule rule) {
    return withPlan(terms().withFund(rule));
  }

  /** The same without an identity on the marketplace: that belongs to another one now. */
  public MilestoneDocument withoutMarketplace() {
    return of(terms(), position, null, null, state, foreign, version, false, workingContract);
  }

  public MilestoneDocument at(long newVersion) {
    return of(
        terms(),
        position,
        milestoneId,
        number,
        state,
        foreign,
        newVersion,
        unpriced,
        workingContract);
  }
}
