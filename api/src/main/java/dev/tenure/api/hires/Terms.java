package dev.tenure.api.hires;

import dev.tenure.api.hires.HireJson.FeesJson;
import dev.tenure.api.hires.HireJson.FundJson;
import dev.tenure.api.hires.HireJson.MilestoneJson;
import dev.tenure.api.hires.HireJson.MoneyTotalsJson;
import dev.tenure.api.hires.HireJson.PoliciesJson;
import dev.tenure.api.hires.HireJson.RefusalJson;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.Money;
import dev.tenure.model.MoneyTotals;
import dev.tenure.model.Policies;
import dev.tenure.model.RefusalPolicy;
import dev.tenure.model.ReleaseRule;
import org.jspecify.annotations.Nullable;

/** Tells the terms of a hire: money, milestones, policies. */
final class Terms {

  private Terms() {}

  static MoneyTotalsJson money(MoneyTotals money, @Nullable Money cap, @Nullable Money feesBooked) {
    return new MoneyTotalsJson(
        MoneyJson.ofNullable(cap),
        MoneyJson.of(money.committed()),
        MoneyJson.of(money.paid()),
        new FeesJson(MoneyJson.of(money.feesEstimated()), MoneyJson.ofNullable(feesBooked)),
        MoneyJson.of(money.worstCase()));
  }

  static MilestoneJson milestone(MilestoneDocument milestone, Policies policies) {
    ReleaseRule release = milestone.release();
    return new MilestoneJson(
        milestone.key(),
        milestone.milestoneId(),
        milestone.number(),
        milestone.name(),
        milestone.description(),
        MoneyJson.of(milestone.amount()),
        milestone.dueDate(),
        new FundJson(milestone.fund().when().wire(), milestone.fund().after()),
        (release == null ? policies.release() : release).wire(),
        milestone.volume(),
        milestone.state().wire(),
        milestone.foreign(),
        note(milestone));
  }

  private static @Nullable String note(MilestoneDocument milestone) {
    return milestone.state() == MilestoneState.DROPPED && milestone.milestoneId() != null
        ? "It was created on the marketplace before it was dropped, and stays there unfunded. It"
            + " costs nothing; a person may cancel it there."
        : null;
  }

  static PoliciesJson policies(Policies policies) {
    return new PoliciesJson(
        refusal(policies.onDeclined()),
        refusal(policies.onExpired()),
        policies.release().wire(),
        policies.end().wire(),
        policies.onEditedTerms().wire());
  }

  private static RefusalJson refusal(RefusalPolicy policy) {
    return new RefusalJson(policy.reRequest(), policy.then().wire());
  }
}
