package dev.tenure.sandbox.opentrain.rules;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import org.jspecify.annotations.Nullable;

/** What allows money to move: a confirmed approval, or a person at work in the app. */
public record MoneyAuthority(@Nullable String approvalId, boolean inApp) {
  public static final MoneyAuthority IN_APP = new MoneyAuthority(null, true);

  public static MoneyAuthority of(Approval approval) {
    return new MoneyAuthority(approval.id(), false);
  }
}
