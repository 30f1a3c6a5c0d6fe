package dev.tenure.lifecycle.simulation.marketplace;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A trainer's proposal on a job. */
public final class SimulatedProposal {
  /** The raw status of a proposal that a hire request must override. */
  public static final String NOT_A_FIT = "NOT_A_FIT";

  static final String UNREVIEWED = "UNREVIEWED";
  static final String HIRED = "HIRED";

  private final String id;
  private final String jobId;
  private final PaymentType paymentType;
  private final @Nullable BigDecimal rateUsd;
  private final boolean ours;
  private String status = UNREVIEWED;
  private @Nullable SimulatedContract contract;

  SimulatedProposal(
      String id,
      String jobId,
      PaymentType paymentType,
      @Nullable BigDecimal rateUsd,
      boolean ours) {
    this.id = id;
    this.jobId = jobId;
    this.paymentType = paymentType;
    this.rateUsd = rateUsd;
    this.ours = ours;
  }

  public String id() {
    return id;
  }

  public String jobId() {
    return jobId;
  }

  public PaymentType paymentType() {
    return paymentType;
  }

  /** What the contract will have as its rate. */
  public @Nullable BigDecimal rateUsd() {
    return rateUsd;
  }

  /** The raw status. */
  public String status() {
    return status;
  }

  /** The contract, once hired. */
  public @Nullable SimulatedContract contract() {
    return contract;
  }

  /** Whether it is on a job of the account. */
  boolean ours() {
    return ours;
  }

  void status(String changed) {
    status = changed;
  }

  void hired(SimulatedContract made) {
    status = HIRED;
    contract = made;
  }
}
