package dev.tenure.api.plans;

import dev.tenure.model.money.Money;
import dev.tenure.workflows.accounts.ProposalFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the proposal's bid says about pay. */
record ProposalRate(@Nullable BigDecimal usd, @Nullable String unit) {

  private static final Set<String> BY_VOLUME = Set.of("PER_HOUR", "PER_LABEL");

  static final ProposalRate UNTOLD = new ProposalRate(null, null);

  static ProposalRate of(@Nullable ProposalFacts proposal) {
    return proposal == null ? UNTOLD : new ProposalRate(proposal.rateUsd(), proposal.unit());
  }

  /** Whether a contract of it is paid by hours or labels; absent where nothing tells. */
  @Nullable Boolean byVolume() {
    return unit == null ? null : BY_VOLUME.contains(unit.toUpperCase(Locale.ROOT));
  }

  /** Rate times volume, rounded half up to the cent as the marketplace is assumed to. */
  @Nullable Money price(BigDecimal volume) {
    return usd == null || !Boolean.TRUE.equals(byVolume())
        ? null
        : new Money(
            usd.multiply(volume).setScale(Money.scaleOf(Money.USD), RoundingMode.HALF_UP),
            Money.USD);
  }
}
