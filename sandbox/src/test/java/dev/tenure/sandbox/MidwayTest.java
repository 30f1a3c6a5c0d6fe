package dev.tenure.sandbox;

import org.junit.jupiter.api.BeforeEach;

/** A contract with an unfunded second milestone, and a hire that waits for a person. */
abstract class MidwayTest extends SandboxTest {
  protected String contract = "";
  protected String milestone = "";
  protected String approval = "";

  @BeforeEach
  void hire() {
    contract = market.hired("prp_4");
    milestone = market.milestone(contract, "second", 250);
    approval = market.post("/proposals/prp_7/hire", Market.HIRE).text("approval.id");
  }

  /** The path with these ids in it. */
  protected String at(String path) {
    return path.replace("{contract}", contract)
        .replace("{milestone}", milestone)
        .replace("{approval}", approval);
  }

  protected static String goodBody(String path) {
    if (path.endsWith("/hire")) {
      return Market.HIRE;
    }
    return path.endsWith("/milestones") ? "{\"description\": \"x\", \"amountUsd\": 1}" : "";
  }
}
