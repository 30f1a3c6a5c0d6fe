package dev.tenure.api.plans;

import dev.tenure.model.money.Fees;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The price of a plan, to the cent. */
record Price(HirePlan plan, ProposalRate rate) {

  Money amount() {
    return sum(plan.milestones().stream().map(MilestonePlan::amount).toList());
  }

  Money fees() {
    return sum(plan.milestones().stream().map(m -> fees(m, m.amount())).toList());
  }

  Money total() {
    return amount().plus(fees());
  }

  /** With the higher of the amount reckoned with and the marketplace's own price. */
  Money worstCase() {
    return sum(plan.milestones().stream().map(this::most).toList());
  }

  /** What the cap leaves; absent without a cap. */
  @Nullable Money headroom() {
    return plan.cap() == null ? null : plan.cap().minus(worstCase());
  }

  /** What is charged when the hire itself is confirmed. */
  Money first() {
    return total(plan.first());
  }

  Money total(MilestonePlan milestone) {
    return milestone.amount().plus(fees(milestone, milestone.amount()));
  }

  Money fees(MilestonePlan milestone, Money amount) {
    return first(milestone) ? Fees.ofHire(amount) : Fees.ofFunding(amount);
  }

  boolean first(MilestonePlan milestone) {
    return milestone.key().equals(plan.first().key());
  }

  /** The hire's own milestone is asked for by its amount, each later one by its volume. */
  @Nullable Money marketplacePrice(MilestonePlan milestone) {
    return first(milestone) || milestone.volume() == null ? null : rate.price(milestone.volume());
  }

  private Money most(MilestonePlan milestone) {
    @Nullable Money other = marketplacePrice(milestone);
    Money amount =
        other != null && other.compareTo(milestone.amount()) > 0 ? other : milestone.amount();
    return amount.plus(fees(milestone, amount));
  }

  private Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(plan.currency()), Money::plus);
  }
}
