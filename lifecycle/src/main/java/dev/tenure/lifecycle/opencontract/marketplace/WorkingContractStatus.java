package dev.tenure.lifecycle.opencontract.marketplace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The statuses of a Working Contract that the documents know. */
public enum WorkingContractStatus {
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

  private static final Map<String, WorkingContractStatus> BY_WIRE = new LinkedHashMap<>();

  static {
    for (WorkingContractStatus status : values()) {
      BY_WIRE.put(status.wire, status);
    }
  }

  private final String wire;

  WorkingContractStatus(String wire) {
    this.wire = wire;
  }

  /** As OpenContract writes it. */
  public String wire() {
    return wire;
  }

  /** How far a contract has come: it goes on in this order only. */
  public int progress() {
    return switch (this) {
      case CREATED -> 0;
      case MATCHED -> 1;
      case UNDER_REVIEW -> 2;
      case DISPUTED -> 3;
      case RESOLVED -> 4;
      case SETTLED_FULLY_MET,
          SETTLED_PARTIALLY_MET,
          SETTLED_NONE_MET,
          CANCELLED_BY_CLIENT,
          CANCELLED_UNMATCHED,
          CANCELLED_WITHDRAWN,
          CANCELLED_ABSENT ->
          5;
    };
  }

  /** Whether nothing changes any more. */
  public boolean terminal() {
    return wire.startsWith("settled-") || wire.startsWith("cancelled-");
  }

  /** The status of that text; a later revision's name of a cancellation is the same one. */
  public static Optional<WorkingContractStatus> of(String text) {
    String known = text.equals("cancelled-by-initiator") ? CANCELLED_BY_CLIENT.wire : text;
    return Optional.ofNullable(BY_WIRE.get(known));
  }
}
