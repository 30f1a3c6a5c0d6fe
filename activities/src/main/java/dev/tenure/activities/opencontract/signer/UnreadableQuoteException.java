package dev.tenure.activities.opencontract.signer;

/** A quote that names no payment; its words name the field. */
public final class UnreadableQuoteException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableQuoteException(String words) {
    super(words);
  }
}
