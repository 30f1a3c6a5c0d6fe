package dev.tenure.api.plans;

import dev.tenure.api.hires.json.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hire would cost, how it would run, and whether it could begin now. Nothing was started.
 *
 * @param proposalId absent on OpenContract, which has none
 * @param externalRef the requester's own reference
 * @param approvals how many times a person must approve, if nothing is declined or expires
 * @param steps in the order in which they come; milestones that overlap may mix theirs
 */
@Serdeable
@Schema(name = "HirePlan")
public record HirePlanJson(
    String account,
    @Nullable String proposalId,
    @Nullable String externalRef,
    List<MilestonePriceJson> milestones,
    PriceJson price,
    int approvals,
    List<StepJson> steps,
    PreflightJson preflight) {

  /**
   * What one milestone costs.
   *
   * @param fees as expected; what is charged in the end is the marketplace's to say
   * @param volume hours or labels, on a contract paid by them
   * @param marketplacePrice rate times volume, where the proposal tells its rate: what the
   *     marketplace will take instead of the amount
   * @param bond about what is at risk beside the amount if the delivery is disputed, on
   *     OpenContract
   */
  @Serdeable
  @Schema(name = "MilestonePrice")
  public record MilestonePriceJson(
      String key,
      @Nullable String name,
      MoneyJson amount,
      EstimateJson fees,
      MoneyJson total,
      @Nullable BigDecimal volume,
      @Nullable MoneyJson marketplacePrice,
      @Nullable MoneyJson bond) {}

  /** Fees as expected, and what each is for. */
  @Serdeable
  @Schema(name = "FeeEstimate")
  public record EstimateJson(MoneyJson estimated, List<FeeJson> items) {}

  /** One fee. */
  @Serdeable
  @Schema(name = "Fee")
  public record FeeJson(
      @Schema(
              type = "string",
              allowableValues = {"marketplace_fee", "contract_initiation_fee"})
          String kind,
      String words,
      MoneyJson amount) {}

  /**
   * What all of it costs.
   *
   * @param amount the milestones without fees
   * @param total the milestones with their expected fees
   * @param worstCase the most that the engine lets it cost as planned: the total, or more where the
   *     marketplace's own price is higher than the amount reckoned with
   * @param bonds about what is at risk beside it if every delivery is disputed, on OpenContract
   * @param headroom what the cap leaves above the worst case; below zero when it does not suffice
   */
  @Serdeable
  @Schema(name = "PlanPrice")
  public record PriceJson(
      MoneyJson amount,
      MoneyJson feesEstimated,
      MoneyJson total,
      MoneyJson worstCase,
      @Nullable MoneyJson bonds,
      @Nullable MoneyJson cap,
      @Nullable MoneyJson headroom) {}

  /** One step, in words. */
  @Serdeable
  @Schema(name = "PlanStep")
  public record StepJson(
      int number,
      @Schema(
              type = "string",
              allowableValues = {"engine", "person", "trainer", "worker", "requester"},
              description =
                  "Who does it; a person decides on the marketplace's own page, or on ours for"
                      + " OpenContract")
          String who,
      @Nullable String milestone,
      String words) {}

  /**
   * Whether a hire could begin now.
   *
   * @param status red if any check is; else unknown if any is
   */
  @Serdeable
  @Schema(name = "Preflight")
  public record PreflightJson(
      @Schema(implementation = CheckStatus.class) String status, List<CheckJson> checks) {}

  /**
   * One check.
   *
   * @param words what was found
   * @param fix what to do about it
   * @param link where to do it
   */
  @Serdeable
  @Schema(name = "Check")
  public record CheckJson(
      String name,
      @Schema(implementation = CheckStatus.class) String status,
      String words,
      @Nullable String fix,
      @Nullable String link) {}
}
