package dev.tenure.sandbox.opentrain.rules;

import java.io.Serial;

/** A refusal of the agent-auth endpoints, which speak OAuth's error shape. */
public final class OAuthRefusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String error;

  public OAuthRefusal(String error, String description) {
    super(description, null, false, false);
    this.error = error;
  }

  public String error() {
    return error;
  }
}
