package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a milestone promises, trimmed. Two hire requests with equal terms are the same request.
 *
 * @param amountCents without fees
 */
public record MilestoneTerms(
    @Nullable String name,
    @Nullable String description,
    long amountCents,
    @Nullable LocalDate dueDate) {

  /**
   * The terms of a hire request.
   *
   * @throws Refusal where the marketplace finds a field wrong
   */
  static MilestoneTerms ofHire(MilestonePlan plan) {
    @Nullable String name = trimmed(plan.name());
    @Nullable String description = trimmed(plan.description());
    // What is wrong in one field is named before what two fields together lack, as at the sandbox.
    long cents = cents(plan.amount(), "milestone.amount");
    if (name == null && description == null) {
      throw Refusal.field("milestone.name");
    }
    return new MilestoneTerms(name, description, cents, plan.dueDate());
  }

  /** These terms as a person changed them; what the change leaves out stays as it was. */
  MilestoneTerms edited(MilestonePlan edit) {
    @Nullable String otherName = trimmed(edit.name());
    @Nullable String otherDescription = trimmed(edit.description());
    return new MilestoneTerms(
        otherName == null ? name : otherName,
        otherDescription == null ? description : otherDescription,
        cents(edit.amount(), "edit.amount"),
        edit.dueDate() == null ? dueDate : edit.dueDate());
  }

  /** Without the blanks around it; one of blanks only counts as absent. */
  static @Nullable String trimmed(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Dollars above zero, in whole cents. */
  static long cents(Money amount, String field) {
    if (!amount.currency().equals(Money.USD)) {
      throw new IllegalArgumentException("OpenTrain deals in USD, not in " + amount.currency());
    }
    BigDecimal dollars = amount.amount();
    if (dollars.signum() <= 0 || dollars.compareTo(Assumed.LARGEST) > 0 || dollars.scale() > 2) {
      throw Refusal.field(field);
    }
    return cents(dollars);
  }

  static long cents(BigDecimal dollars) {
    return dollars.movePointRight(2).longValueExact();
  }
}
