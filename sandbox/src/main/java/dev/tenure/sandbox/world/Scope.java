package dev.tenure.sandbox.world;

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

  private Scope() {}
}
