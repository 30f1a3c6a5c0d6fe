package dev.tenure.model.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;
import java.util.Locale;

/** The marketplaces that hires are carried on; each account is one of one of them. */
public enum Marketplace implements WireName {
  /** People confirm each step on the marketplace's own pages. */
  @JsonProperty("opentrain")
  OPENTRAIN,
  /** An account is an address that pays by signature; approvals are the engine's own. */
  @JsonProperty("opencontract")
  OPENCONTRACT;

  /**
   * The marketplace of that name on the wire.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Marketplace of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
