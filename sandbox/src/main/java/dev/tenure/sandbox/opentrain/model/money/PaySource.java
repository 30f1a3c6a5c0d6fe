package dev.tenure.sandbox.opentrain.model.money;

import dev.tenure.sandbox.http.EnumWord;

/** Where the employer's money comes from. */
public enum PaySource implements EnumWord {
  CARD,
  CREDITS
}
