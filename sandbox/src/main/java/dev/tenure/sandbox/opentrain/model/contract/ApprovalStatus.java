package dev.tenure.sandbox.opentrain.model.contract;

import java.util.Locale;

/** All but the first are final. */
public enum ApprovalStatus {
  PENDING,
  CONFIRMED,
  DECLINED,
  EXPIRED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
