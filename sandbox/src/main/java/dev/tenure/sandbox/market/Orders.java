package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.HireOrder;
import dev.tenure.sandbox.rules.MilestoneOrder;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.world.Edit;
import dev.tenure.sandbox.world.Money;
import dev.tenure.sandbox.world.Terms;
import java.math.BigDecimal;

/** Reads what was ordered; hire calls the price "amount", create-milestone "amountUsd". */
public final class Orders {
  private Orders() {}

  static HireOrder hire(Fields body) {
    return new HireOrder(
        terms(body.object("milestone")), body.flag("confirmNotFitOverride", false));
  }

  public static Terms terms(Fields milestone) {
    String name = milestone.maybeText("name");
    String description = milestone.maybeText("description");
    if (name == null && description == null) {
      throw Refusal.field(milestone.name("name"), "or description is required");
    }
    return new Terms(
        name, description, Money.cents(milestone.usd("amount")), milestone.maybeDate("dueDate"));
  }

  public static MilestoneOrder milestone(Fields body) {
    return new MilestoneOrder(
        body.maybeText("name"),
        body.text("description"),
        body.maybeUsd("amountUsd"),
        body.maybePositive("volume"),
        body.maybeDate("dueDate"));
  }

  public static Edit edit(Fields edit) {
    BigDecimal amount = edit.maybeUsd("amount");
    long percent = edit.whole("amountPercent", 1, 1_000, 0);
    if (percent > 0 && amount != null) {
      throw Refusal.field(edit.name("amountPercent"), "cannot stand beside an amount");
    }
    return new Edit(
        edit.maybeText("name"),
        edit.maybeText("description"),
        amount == null ? null : Money.cents(amount),
        edit.maybeDate("dueDate"),
        percent == 0 ? null : percent);
  }
}
