package dev.tenure.api.hires.json;

import dev.tenure.model.money.BudgetUsage;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much of the funded work is used up, on a contract that is paid by hours or labels.
 *
 * @param state {@code ok}, {@code low} (from 80 % used) or {@code depleted}
 * @param funded hours or labels of the milestones funded so far
 * @param consumed hours or labels worked so far
 * @param remaining what is left, never below zero
 */
@Serdeable
@Schema(name = "BudgetUsage")
public record BudgetUsageJson(
    @Schema(type = "string") String state,
    @Nullable BigDecimal funded,
    @Nullable BigDecimal consumed,
    @Nullable BigDecimal remaining) {

  static @Nullable BudgetUsageJson of(@Nullable BudgetUsage usage) {
    return usage == null
        ? null
        : new BudgetUsageJson(
            usage.state().toLowerCase(Locale.ROOT),
            plain(usage.funded()),
            plain(usage.consumed()),
            plain(usage.remaining()));
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal volume) {
    return volume == null ? null : new BigDecimal(volume.stripTrailingZeros().toPlainString());
  }
}
