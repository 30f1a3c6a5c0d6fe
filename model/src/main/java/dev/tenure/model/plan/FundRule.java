package dev.tenure.model.plan;

import org.jspecify.annotations.Nullable;

/**
 * When the funding of a milestone is asked for.
 *
 * @param after the key of the milestone that must be paid first; only with {@code after_paid}
 */
public record FundRule(FundWhen when, @Nullable String after) {

  public static FundRule atStart() {
    return new FundRule(FundWhen.AT_START, null);
  }

  public static FundRule onRequest() {
    return new FundRule(FundWhen.ON_REQUEST, null);
  }

  public static FundRule afterPaid(String key) {
    return new FundRule(FundWhen.AFTER_PAID, key);
  }
}
