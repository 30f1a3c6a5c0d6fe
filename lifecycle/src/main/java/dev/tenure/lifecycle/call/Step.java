package dev.tenure.lifecycle.call;

import dev.tenure.model.hire.ApprovalKind;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step of the process on which calls, approvals and incidents hang. There is never more than one
 * open approval of one step, and never more than one open incident.
 *
 * @param milestone key of the milestone concerned; absent for what concerns the whole contract
 */
public record Step(Kind kind, @Nullable String milestone) {

  /** What is done. */
  public enum Kind {
    /** Ask for the hire itself, which funds the first milestone. */
    HIRE,
    /** See the contract; on OpenContract that of a milestone. */
    CONTRACT,
    /** Accept the terms that people confirmed. */
    TERMS,
    /** Create a milestone. */
    CREATE,
    /** Ask for the funding of a milestone. */
    FUND,
    /** Ask for the release of a milestone. */
    RELEASE,
    /** Keep a milestone that people cancelled or refunded out of the plan. */
    GONE,
    /** Dispute a delivery, on OpenContract. */
    DISPUTE,
    /** End the contract. */
    END
  }

  public static Step hire(String firstMilestone) {
    return new Step(Kind.HIRE, firstMilestone);
  }

  public static Step contract() {
    return new Step(Kind.CONTRACT, null);
  }

  /** See the Working Contract of a milestone, on OpenContract. */
  public static Step contractOf(String milestone) {
    return new Step(Kind.CONTRACT, milestone);
  }

  public static Step terms(String firstMilestone) {
    return new Step(Kind.TERMS, firstMilestone);
  }

  public static Step create(String milestone) {
    return new Step(Kind.CREATE, milestone);
  }

  public static Step fund(String milestone) {
    return new Step(Kind.FUND, milestone);
  }

  public static Step release(String milestone) {
    return new Step(Kind.RELEASE, milestone);
  }

  public static Step gone(String milestone) {
    return new Step(Kind.GONE, milestone);
  }

  public static Step dispute(String milestone) {
    return new Step(Kind.DISPUTE, milestone);
  }

  public static Step end() {
    return new Step(Kind.END, null);
  }

  /** The key of the milestone, where the step must have one. */
  public String key() {
    return Objects.requireNonNull(milestone, "the step concerns no milestone");
  }

  /** The approval that the step needs; fails for a step without one. */
  public ApprovalKind approval() {
    return switch (kind) {
      case HIRE -> ApprovalKind.PROPOSAL_HIRE;
      case FUND -> ApprovalKind.MILESTONE_FUND;
      case RELEASE -> ApprovalKind.MILESTONE_APPROVE;
      case DISPUTE -> ApprovalKind.MILESTONE_DISPUTE;
      case END -> ApprovalKind.CONTRACT_END;
      case CONTRACT, TERMS, CREATE, GONE ->
          throw new IllegalStateException(this + " needs no approval");
    };
  }

  /** What it is for people, e.g. {@code funding of m2}. */
  public String words() {
    return switch (kind) {
      case HIRE -> "the hire with milestone " + milestone;
      case CONTRACT -> milestone == null ? "the contract" : "the Working Contract of " + milestone;
      case TERMS -> "the terms of the hire";
      case CREATE -> "creation of " + milestone;
      case FUND -> "funding of " + milestone;
      case RELEASE -> "release of " + milestone;
      case GONE -> "milestone " + milestone;
      case DISPUTE -> "dispute of " + milestone;
      case END -> "the end of the contract";
    };
  }

  /** Short and unique within a hire, e.g. {@code fund m2}. */
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return milestone == null ? name : name + " " + milestone;
  }
}
