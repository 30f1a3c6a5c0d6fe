package dev.tenure.sandbox.opentrain.model.money;

/**
 * What the employer pays on top of a milestone, in cents. Ten percent is documented; half-up
 * rounding, and that only the hire pays the initiation fee, are assumed.
 */
public final class Fees {
  public static final long INITIATION_CENTS = 995;
  private static final long PERCENT = 10;

  private Fees() {}

  public static long marketplace(long amountCents) {
    return (amountCents * PERCENT + 50) / 100;
  }

  public static long atHire(long amountCents) {
    return marketplace(amountCents) + INITIATION_CENTS;
  }

  public static long atFunding(long amountCents) {
    return marketplace(amountCents);
  }
}
