package dev.tenure.lifecycle.simulation.marketplace;

/** The features that guard the writes of a hire. */
public enum AccountFeature {
  HIRING("public_api_hiring"),
  PAYMENTS_WRITE("public_api_payments_write");

  private final String key;

  AccountFeature(String key) {
    this.key = key;
  }

  /** The feature key on the wire. */
  public String key() {
    return key;
  }
}
