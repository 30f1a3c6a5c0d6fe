package dev.tenure.sandbox.opencontract.model;

import dev.tenure.sandbox.http.EnumWord;
import java.util.Locale;

/** The statuses of a Working Contract, with the word that the API writes. */
public enum ContractStatus implements EnumWord {
  CREATED,
  MATCHED,
  UNDER_REVIEW,
  DISPUTED,
  RESOLVED,
  SETTLED_FULLY_MET,
  SETTLED_PARTIALLY_MET,
  SETTLED_NONE_MET,
  CANCELLED_BY_CLIENT,
  CANCELLED_UNMATCHED,
  CANCELLED_WITHDRAWN,
  CANCELLED_ABSENT;

  /** As the second revision of the documents has it. */
  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean settled() {
    return name().startsWith("SETTLED_");
  }

  public boolean cancelled() {
    return name().startsWith("CANCELLED_");
  }

  /** Nothing can happen to the contract any more; a refund may still be on its way. */
  public boolean terminal() {
    return settled() || cancelled();
  }
}
