package dev.tenure.activities.opentrain.client;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A proposal that both marketplaces have when a story begins. */
record StoryProposal(
    String id,
    String job,
    String paymentType,
    @Nullable BigDecimal rateUsd,
    boolean notFit,
    boolean ours) {

  static final List<StoryProposal> ALL =
      List.of(
          of("prp_fixed", "job_fixed", "FIXED_PRICE", "500"),
          of("prp_other", "job_fixed", "FIXED_PRICE", "300"),
          of("prp_hourly", "job_hourly", "PAY_PER_HOUR", "25"),
          of("prp_label", "job_label", "PAY_PER_LABEL", "0.06"),
          new StoryProposal("prp_no_rate", "job_hourly", "PAY_PER_HOUR", null, false, true),
          new StoryProposal(
              "prp_unfit", "job_fixed", "FIXED_PRICE", new BigDecimal("500"), true, true),
          new StoryProposal("prp_foreign", "job_foreign", "FIXED_PRICE", null, false, false));

  static StoryProposal named(String id) {
    return ALL.stream().filter(proposal -> proposal.id().equals(id)).findFirst().orElseThrow();
  }

  private static StoryProposal of(String id, String job, String paymentType, String rateUsd) {
    return new StoryProposal(id, job, paymentType, new BigDecimal(rateUsd), false, true);
  }
}
