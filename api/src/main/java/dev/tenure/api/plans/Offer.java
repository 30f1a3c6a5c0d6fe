package dev.tenure.api.plans;

import dev.tenure.model.money.Money;
import dev.tenure.workflows.accounts.ProposalFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the proposal's bid says about pay. */
record Offer(@Nullable BigDecimal rate, @Nullable String unit) {

  private static final Set<String> BY_VOLUME = Set.of("PER_HOUR", "PER_LABEL");

  static final Offer UNTOLD = new Offer(null, null);

  static Offer of(@Nullable ProposalFacts proposal) {
    return proposal == null ? UNTOLD : new Offer(proposal.rateUsd(), proposal.unit());
  }

  /** Whether a contract of it is paid by hours or labels; absent where nothing tells. */
  @Nullable Boolean byVolume() {
    return unit == null ? null : BY_VOLUME.contains(unit.toUpperCase(Locale.ROOT));
  }

  /** Rate times volume, rounded half up to the cent as the marketplace is assumed to. */
  @Nullable Money price(BigDecimal volume) {
    return rate == null || !Boolean.TRUE.equals(byVolume())
        ? null
        : new Money(
            rate.multiply(volume).setScale(Money.scaleOf(Money.USD), RoundingMode.HALF_UP),
            Money.USD);
  }
}
