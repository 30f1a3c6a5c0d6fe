package dev.tenure.activities.opencontract.signer;

/** A payment that the limits do not allow; nothing was signed. */
public final class PaymentRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String field;

  PaymentRefusedException(String field, String words) {
    super("nothing was signed. " + field + ": " + words);
    this.field = field;
  }

  /** The field of the quote or the limit that stands in the way. */
  public String field() {
    return field;
  }
}
