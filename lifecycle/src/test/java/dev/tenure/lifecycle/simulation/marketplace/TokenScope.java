package dev.tenure.lifecycle.simulation.marketplace;

/**
 * The scopes that the endpoints of a hire need. A write scope satisfies the read scope beside it.
 */
public enum TokenScope {
  PROPOSALS_READ("proposals:read"),
  PROPOSALS_WRITE("proposals:write"),
  PAYMENTS_READ("payments:read"),
  PAYMENTS_WRITE("payments:write");

  private final String wire;

  TokenScope(String wire) {
    this.wire = wire;
  }

  /** The name on the wire. */
  public String wire() {
    return wire;
  }
}
