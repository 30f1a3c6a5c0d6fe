package dev.tenure.sandbox.opentrain.rules;

import java.io.Serial;
import java.util.Map;

/** The charge failed while a person confirmed; the approval stays pending (assumed). */
public final class CardDeclined extends Refusal {
  @Serial private static final long serialVersionUID = 1L;

  public CardDeclined() {
    super(Code.CONFLICT, "The card was declined.", Map.of("reason", "card_declined"));
  }
}
