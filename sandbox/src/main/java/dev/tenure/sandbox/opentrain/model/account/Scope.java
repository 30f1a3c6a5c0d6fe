package dev.tenure.sandbox.opentrain.model.account;

import java.util.List;

/** The scopes that a token may carry. */
public final class Scope {
  public static final List<String> ALL =
      List.of(
          "jobs:read",
          "jobs:write",
          "proposals:read",
          "proposals:write",
          "messages:read",
          "messages:write",
          "payments:read",
          "payments:write",
          "team:read",
          "team:write",
          "webhooks:manage");

  /** What an agent gets by registering. */
  public static final List<String> PRE_CLAIM =
      List.of(
          "jobs:read",
          "jobs:write",
          "proposals:read",
          "messages:read",
          "payments:read",
          "team:read");

  /** What it gets after the claim; money still needs a token made by a person. */
  public static final List<String> POST_CLAIM =
      List.of(
          "jobs:read",
          "jobs:write",
          "proposals:read",
          "messages:read",
          "payments:read",
          "team:read",
          "proposals:write",
          "messages:write",
          "team:write");

  private Scope() {}
}
