package dev.tenure.sandbox.opentrain.model.job;

/** Where the employer's review of a proposal stands. */
public enum ProposalStatus {
  UNREVIEWED("Unreviewed"),
  SHORTLISTED("Shortlisted"),
  MAYBE("Maybe"),
  HIRED("Hired"),
  DECLINED("Declined"),
  NOT_A_FIT("Not a fit"),
  RESUME_SENT("Resume sent");

  private final String label;

  ProposalStatus(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
