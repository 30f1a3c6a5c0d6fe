package dev.tenure.api.plans;

import dev.tenure.api.hires.json.MoneyJson;
import dev.tenure.api.plans.HirePlanJson.EstimateJson;
import dev.tenure.api.plans.HirePlanJson.FeeJson;
import dev.tenure.api.plans.HirePlanJson.MilestonePriceJson;
import dev.tenure.api.plans.HirePlanJson.PreflightJson;
import dev.tenure.api.plans.HirePlanJson.PriceJson;
import dev.tenure.model.money.Fees;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import java.util.ArrayList;
import java.util.List;

/** Tells a plan as the front tells it. */
final class HirePlanMapper {

  private HirePlanMapper() {}

  static HirePlanJson of(Price price, PreflightJson preflight) {
    HirePlan plan = price.plan();
    return new HirePlanJson(
        plan.account(),
        plan.proposalId(),
        plan.externalRef(),
        plan.milestones().stream().map(milestone -> milestone(price, milestone)).toList(),
        price(price),
        StepList.approvals(plan),
        OpenTrainSteps.of(price),
        preflight);
  }

  private static PriceJson price(Price price) {
    return new PriceJson(
        MoneyJson.of(price.amount()),
        MoneyJson.of(price.fees()),
        MoneyJson.of(price.total()),
        MoneyJson.of(price.worstCase()),
        null,
        MoneyJson.ofNullable(price.plan().cap()),
        MoneyJson.ofNullable(price.headroom()));
  }

  private static MilestonePriceJson milestone(Price price, MilestonePlan milestone) {
    return new MilestonePriceJson(
        milestone.key(),
        milestone.name(),
        MoneyJson.of(milestone.amount()),
        new EstimateJson(
            MoneyJson.of(price.fees(milestone, milestone.amount())), fees(price, milestone)),
        MoneyJson.of(price.total(milestone)),
        milestone.volume(),
        MoneyJson.ofNullable(price.marketplacePrice(milestone)),
        null);
  }

  private static List<FeeJson> fees(Price price, MilestonePlan milestone) {
    List<FeeJson> fees = new ArrayList<>();
    fees.add(
        new FeeJson(
            "marketplace_fee",
            "10 % of the milestone, charged when it is funded",
            MoneyJson.of(Fees.ofFunding(milestone.amount()))));
    if (price.first(milestone)) {
      fees.add(
          new FeeJson(
              "contract_initiation_fee",
              "once for each contract, charged at the hire",
              MoneyJson.of(Fees.ofContractStart())));
    }
    return fees;
  }
}
