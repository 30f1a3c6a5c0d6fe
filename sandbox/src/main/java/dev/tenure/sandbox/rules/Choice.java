package dev.tenure.sandbox.rules;

import dev.tenure.sandbox.world.Edit;
import dev.tenure.sandbox.world.EscrowChoice;
import dev.tenure.sandbox.world.PaySource;
import dev.tenure.sandbox.world.TermsEdit;
import org.jspecify.annotations.Nullable;

/**
 * What a person settles while confirming.
 *
 * @param source null leaves it to the account: credits when they cover it, else the card
 * @param escrow where held money goes when a contract ends
 */
public record Choice(TermsEdit edit, @Nullable PaySource source, EscrowChoice escrow) {
  public static final Choice NONE = new Choice(Edit.NONE, null, EscrowChoice.REFUND);

  public static Choice edited(TermsEdit edit) {
    return new Choice(edit, null, EscrowChoice.REFUND);
  }
}
