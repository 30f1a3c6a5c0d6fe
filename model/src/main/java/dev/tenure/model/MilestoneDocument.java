package dev.tenure.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as it stands.
 *
 * @param milestoneId the marketplace's id once it exists there
 * @param number the marketplace's count within the contract
 * @param amount what people confirmed, or the plan where nothing is confirmed yet
 * @param foreign whether it was made by somebody else; shown, never touched
 * @param version the hire's version at its last change
 * @param release when its release is asked for; the hire's policy where absent
 * @param volume hours or labels, on a contract paid by them
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
    @Nullable BigDecimal volume) {

  /** A milestone of a fixed price that is released as the hire's policy says. */
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
      long version) {
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
        null,
        null);
  }

  /** How the plan looks before anything exists on the marketplace. */
  public static MilestoneDocument planned(MilestonePlan plan, int position) {
    return new MilestoneDocument(
        plan.key(),
        position,
        null,
        null,
        plan.name(),
        plan.description(),
        plan.amount(),
        plan.dueDate(),
        plan.fund(),
        MilestoneState.PLANNED,
        false,
        0,
        plan.release(),
        plan.volume());
  }

  /** Name where there is one, else the key: how people recognise it. */
  public String title() {
    return name == null || name.isBlank() ? key : key + " (" + name + ")";
  }

  public MilestoneDocument withState(MilestoneState next) {
    return new MilestoneDocument(
        key,
        position,
        milestoneId,
        number,
        name,
        description,
        amount,
        dueDate,
        fund,
        next,
        foreign,
        version,
        release,
        volume);
  }

  /** The same milestone with the identity and the terms that the marketplace shows. */
  public MilestoneDocument withMarketplace(
      String id,
      int count,
      @Nullable String shownName,
      Money shownAmount,
      @Nullable LocalDate due) {
    return new MilestoneDocument(
        key,
        position,
        id,
        count,
        shownName,
        description,
        shownAmount,
        due,
        fund,
        state,
        foreign,
        version,
        release,
        volume);
  }

  /** The same milestone as it is planned now. */
  public MilestoneDocument withPlan(MilestonePlan plan) {
    return new MilestoneDocument(
        key,
        position,
        milestoneId,
        number,
        plan.name(),
        plan.description(),
        plan.amount(),
        plan.dueDate(),
        plan.fund(),
        state,
        foreign,
        version,
        plan.release(),
        plan.volume());
  }

  /** The same milestone, funded by another rule. */
  public MilestoneDocument withFund(FundRule rule) {
    return new MilestoneDocument(
        key,
        position,
        milestoneId,
        number,
        name,
        description,
        amount,
        dueDate,
        rule,
        state,
        foreign,
        version,
        release,
        volume);
  }

  /** The same without an identity on the marketplace: that belongs to another one now. */
  public MilestoneDocument withoutMarketplace() {
    return new MilestoneDocument(
        key,
        position,
        null,
        null,
        name,
        description,
        amount,
        dueDate,
        fund,
        state,
        foreign,
        version,
        release,
        volume);
  }

  public MilestoneDocument at(long newVersion) {
    return new MilestoneDocument(
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
        newVersion,
        release,
        volume);
  }
}
