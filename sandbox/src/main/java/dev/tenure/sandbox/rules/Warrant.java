package dev.tenure.sandbox.rules;

import dev.tenure.sandbox.world.Approval;
import org.jspecify.annotations.Nullable;

/** What allows money to move: a confirmed approval, or a person at work in the app. */
public record Warrant(@Nullable String approvalId, boolean inApp) {
  public static final Warrant IN_APP = new Warrant(null, true);

  public static Warrant of(Approval approval) {
    return new Warrant(approval.id(), false);
  }
}
