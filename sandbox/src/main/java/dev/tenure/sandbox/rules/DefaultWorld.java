package dev.tenure.sandbox.rules;

/** Names from the world that a fresh sandbox begins with. */
public final class DefaultWorld {
  public static final String ACCOUNT = "acc_1";

  private DefaultWorld() {}
}
