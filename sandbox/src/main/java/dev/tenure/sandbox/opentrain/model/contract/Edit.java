package dev.tenure.sandbox.opentrain.model.contract;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Hire terms that a person changed before confirming; what is null stays as it was asked.
 *
 * @param percent of the amount asked for, where no amount is named
 */
@Serdeable
public record Edit(
    @Nullable String name,
    @Nullable String description,
    @Nullable Long amountCents,
    @Nullable Instant dueDate,
    @Nullable Long percent)
    implements TermsEdit {
  public static final Edit NONE = new Edit(null, null, null, null, null);

  @Override
  public Terms applied(Terms asked) {
    return new Terms(
        name == null ? asked.name() : name,
        description == null ? asked.description() : description,
        amount(asked.amountCents()),
        dueDate == null ? asked.dueDate() : dueDate);
  }

  private long amount(long asked) {
    if (amountCents != null) {
      return amountCents;
    }
    return percent == null ? asked : Math.max(1, (asked * percent + 50) / 100);
  }
}
