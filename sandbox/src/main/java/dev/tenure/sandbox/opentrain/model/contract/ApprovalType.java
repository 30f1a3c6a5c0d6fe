package dev.tenure.sandbox.opentrain.model.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person is asked to approve. */
public enum ApprovalType {
  PROPOSAL_HIRE,
  MILESTONE_FUND,
  MILESTONE_APPROVE,
  CONTRACT_END;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ApprovalType> named(String word) {
    return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
