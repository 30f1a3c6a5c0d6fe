package dev.tenure.activities.opencontract.client;

import java.util.Arrays;
import java.util.Optional;

/** The statuses of a Working Contract that the documents know. */
public enum ContractStatus {
  CREATED("created"),
  MATCHED("matched"),
  UNDER_REVIEW("under-review"),
  DISPUTED("disputed"),
  RESOLVED("resolved"),
  SETTLED_FULLY_MET("settled-fully-met"),
  SETTLED_PARTIALLY_MET("settled-partially-met"),
  SETTLED_NONE_MET("settled-none-met"),
  CANCELLED_BY_CLIENT("cancelled-by-client"),
  CANCELLED_UNMATCHED("cancelled-unmatched"),
  CANCELLED_WITHDRAWN("cancelled-withdrawn"),
  CANCELLED_ABSENT("cancelled-absent");

  private final String wire;

  ContractStatus(String wire) {
    this.wire = wire;
  }

  /** As OpenContract writes it. */
  public String wire() {
    return wire;
  }

  /** Whether nothing changes any more. */
  public boolean terminal() {
    return isTerminal(wire);
  }

  /** The same for a status that is not known here: the prefix tells. */
  static boolean isTerminal(String wire) {
    return wire.startsWith("settled-") || wire.startsWith("cancelled-");
  }

  /** The status of that text; revision R3's name of a cancellation is the same one. */
  public static Optional<ContractStatus> of(String text) {
    String known = text.equals("cancelled-by-initiator") ? CANCELLED_BY_CLIENT.wire : text;
    return Arrays.stream(values()).filter(status -> status.wire.equals(known)).findFirst();
  }
}
