package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.contract.Edit;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.contract.TermsEdit;
import dev.tenure.sandbox.opentrain.model.money.PaySource;
import org.jspecify.annotations.Nullable;

/**
 * What a person settles while confirming.
 *
 * @param source null leaves it to the account: credits when they cover it, else the card
 * @param escrow where held money goes when a contract ends
 */
public record ConfirmChoice(TermsEdit edit, @Nullable PaySource source, EscrowChoice escrow) {
  public static final ConfirmChoice NONE = new ConfirmChoice(Edit.NONE, null, EscrowChoice.REFUND);

  public static ConfirmChoice edited(TermsEdit edit) {
    return new ConfirmChoice(edit, null, EscrowChoice.REFUND);
  }
}
