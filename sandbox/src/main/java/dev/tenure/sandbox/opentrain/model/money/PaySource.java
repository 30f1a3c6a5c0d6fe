package dev.tenure.sandbox.opentrain.model.money;

/** Where the employer's money comes from. */
public enum PaySource {
  CARD,
  CREDITS
}
