package dev.tenure.api.hires.request;

import dev.tenure.api.body.Violations;
import dev.tenure.api.hires.request.HireRequest.FundRequest;
import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.FundWhen;
import dev.tenure.model.plan.MilestonePlan;
import io.micronaut.core.util.StringUtils;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan of one milestone, wherever in a body it stands: the rules between its fields, and
 * the defaults. What its schema refused is passed over.
 */
final class MilestoneReader {

  /** Stands for a key that was refused; no key is empty. */
  static final String REFUSED = "";

  private final Violations violations;
  private final MarketplaceRules rules;

  MilestoneReader(Violations violations, MarketplaceRules rules) {
    this.violations = violations;
    this.rules = rules;
  }

  /**
   * @param first whether it is the one that the hire itself funds
   */
  MilestonePlan read(Pointer at, String key, MilestoneRequest asked, boolean first, FundRule fund) {
    String name = unlessBlank(asked.name());
    String description = unlessBlank(asked.description());
    rules.checkMilestone(at, first, asked);
    return new MilestonePlan(
        key,
        name,
        description,
        money(violations, at.to("amount"), asked.amount(), rules.currency()),
        asked.dueDate(),
        fund,
        asked.release(),
        plain(asked.volume()),
        rules.milestone(at, key, asked));
  }

  /**
   * An amount of money; zero where there is none, or where its number or its currency was refused.
   *
   * @param currency the only one that is taken
   */
  static Money money(
      Violations violations, Pointer at, @Nullable MoneyRequest asked, String currency) {
    BigDecimal amount =
        asked == null || asked.amount() == null || violations.at(at.to("amount"))
            ? null
            : new BigDecimal(asked.amount());
    if (asked != null && asked.currency() != null && !asked.currency().equals(currency)) {
      violations.add(
          at.to("currency"),
          "unknown_currency",
          "currency must be " + currency + ", the marketplace's only one.");
    }
    int decimals = Money.scaleOf(currency);
    if (amount != null && amount.stripTrailingZeros().scale() > decimals) {
      violations.add(
          at.to("amount"),
          "too_many_decimals",
          currency + " has " + (decimals == 2 ? "two" : decimals) + " decimals.");
    }
    boolean refused =
        violations.at(at) || violations.at(at.to("amount")) || violations.at(at.to("currency"));
    return new Money(amount == null || refused ? BigDecimal.ZERO : amount, currency);
  }

  static @Nullable String unlessBlank(@Nullable String text) {
    return StringUtils.hasText(text) ? text : null;
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal volume) {
    if (volume == null) {
      return null;
    }
    BigDecimal plain = volume.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** The first milestone is funded with the hire. */
  FundRule fundOfFirst(Pointer at, @Nullable FundRequest asked) {
    if (asked != null) {
      violations.add(
          at, "not_for_first", "The first milestone is funded by the hire itself; leave fund out.");
    }
    return FundRule.atStart();
  }

  /**
   * When a later milestone is funded.
   *
   * @param before the milestone that it comes after where nothing else is asked for
   * @param keys of the milestones that may be waited for; {@link #REFUSED} among them may be any
   */
  FundRule fundOfLater(
      Pointer at, String key, String before, List<String> keys, @Nullable FundRequest asked) {
    if (asked == null) {
      return FundRule.afterPaid(before);
    }
    return switch (Objects.requireNonNullElse(asked.when(), FundWhen.AFTER_PAID)) {
      case AT_START -> alone(at, asked, FundRule.atStart());
      case ON_REQUEST -> alone(at, asked, FundRule.onRequest());
      case AFTER_PAID -> afterPaid(at, key, before, keys, asked);
    };
  }

  private FundRule alone(Pointer at, FundRequest asked, FundRule rule) {
    if (asked.after() != null) {
      violations.add(
          at.to("after"),
          "not_with_" + rule.when().wire(),
          "after goes with after_paid only; leave it out.");
    }
    return rule;
  }

  private FundRule afterPaid(
      Pointer at, String key, String before, List<String> keys, FundRequest asked) {
    String after = asked.after() == null ? before : asked.after();
    boolean known = keys.contains(after) || keys.contains(REFUSED);
    if (!known || (after.equals(key) && !key.equals(REFUSED))) {
      violations.add(
          at.to("after"),
          "unknown_milestone",
          "after must be the key of another milestone that can be paid.");
    }
    return FundRule.afterPaid(after);
  }
}
