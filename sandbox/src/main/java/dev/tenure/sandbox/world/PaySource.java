package dev.tenure.sandbox.world;

/** Where the employer's money comes from. */
public enum PaySource {
  CARD,
  CREDITS
}
