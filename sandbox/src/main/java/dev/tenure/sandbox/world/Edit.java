package dev.tenure.sandbox.world;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hire terms that a person changed before confirming; what is null stays as it was asked. */
@Serdeable
public record Edit(
    @Nullable String name,
    @Nullable String description,
    @Nullable Long amountCents,
    @Nullable Instant dueDate) {
  public static final Edit NONE = new Edit(null, null, null, null);

  public Terms applied(Terms asked) {
    return new Terms(
        name == null ? asked.name() : name,
        description == null ? asked.description() : description,
        amountCents == null ? asked.amountCents() : amountCents,
        dueDate == null ? asked.dueDate() : dueDate);
  }
}
