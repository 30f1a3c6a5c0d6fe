package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.opentrain.model.account.Feature;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each call needs: one of the scopes, a feature flag, and for most writes a claimed account.
 * They are checked in this order, before anything in the request is looked at.
 */
enum Gate {
  ME(List.of(), null, null),
  CAPABILITIES(List.of(), Feature.DRAFTING, null),
  DRAFT_JOB(List.of("jobs:write"), Feature.DRAFTING, null),
  PUBLISH_JOB(List.of("jobs:write"), Feature.PUBLISHING, null),
  INVITE_TO_JOB(List.of("proposals:write"), Feature.HIRING, "invite AI trainers"),
  READ_PROPOSALS(List.of("proposals:read"), null, null),
  HIRE(List.of("proposals:write"), Feature.HIRING, "hire AI trainers"),
  READ_CONTRACTS(List.of("payments:read"), null, null),
  CREATE_MILESTONE(List.of("payments:write"), Feature.PAYMENTS, "create milestones"),
  END_CONTRACT(List.of("payments:write"), Feature.PAYMENTS, "end contracts"),
  FUND(List.of("payments:write"), Feature.PAYMENTS, "fund milestones"),
  RELEASE(List.of("payments:write"), Feature.PAYMENTS, "release payments"),
  READ_APPROVAL(List.of("payments:read"), null, null),
  READ_PAYMENTS(List.of("payments:read"), null, null),
  READ_CREDITS(List.of("payments:read"), Feature.CREDITS, null),
  TOP_UP(List.of("payments:write"), Feature.CREDITS, "top up credits"),
  TOKENS(List.of(), null, null),
  READ_TEAM(List.of("team:read"), Feature.TEAM, null),
  INVITE_TO_TEAM(List.of("team:write"), Feature.TEAM, "invite team members"),
  OPEN_CONVERSATION(List.of("messages:write"), Feature.MESSAGING, "message AI trainers"),
  READ_MESSAGES(List.of("messages:read"), null, null),
  SEND_MESSAGE(List.of("messages:write"), Feature.MESSAGING, "message AI trainers"),
  WEBHOOKS(List.of("webhooks:manage"), Feature.WEBHOOKS, null),
  READ_UPDATES(List.of("proposals:read", "messages:read", "payments:read"), null, null);

  @SuppressWarnings("ImmutableEnumChecker") // only ever List.of
  private final List<String> scopes;

  private final @Nullable String feature;
  private final @Nullable String action;

  Gate(List<String> scopes, @Nullable String feature, @Nullable String action) {
    this.scopes = scopes;
    this.feature = feature;
    this.action = action;
  }

  /** One of these is enough; none is needed when it is empty. */
  public List<String> scopes() {
    return scopes;
  }

  public @Nullable String feature() {
    return feature;
  }

  public boolean needsClaim() {
    return action != null;
  }

  /** It can turn away a caller whose token is good. */
  public boolean restricts() {
    return !scopes.isEmpty() || feature != null || action != null;
  }

  /** Lets the caller pass or refuses. */
  void check(Caller caller, String claimUrl) {
    if (!scopes.isEmpty() && scopes.stream().noneMatch(caller.token()::grants)) {
      throw Refusal.scope(scopes, caller.token().scopes());
    }
    if (feature != null && !caller.account().may(feature)) {
      throw this == CAPABILITIES ? Refusal.probe(feature) : Refusal.feature(feature);
    }
    if (action != null && !caller.account().claimed()) {
      throw Refusal.unclaimed(action, claimUrl);
    }
  }
}
