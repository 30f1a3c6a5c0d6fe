package dev.tenure.sandbox.openapi;

import dev.tenure.sandbox.market.Gate;
import dev.tenure.sandbox.wire.ApprovalJson;
import dev.tenure.sandbox.wire.ContractJson;
import dev.tenure.sandbox.wire.CreditsJson;
import dev.tenure.sandbox.wire.MilestoneJson;
import dev.tenure.sandbox.wire.PaymentsJson;
import dev.tenure.sandbox.wire.TopUpJson;
import java.util.List;

/** Contracts, their milestones, and money. */
final class WorkCalls {
  private WorkCalls() {}

  static List<Operation> work() {
    return List.of(
        Operation.get(Operations.V1 + "/contracts", "The account's contracts", Gate.READ_CONTRACTS)
            .query("jobId", Schema.text())
            .query("status", Schema.oneOf(List.of("active", "ended")))
            .answers(200, ContractJson.All.class)
            .refuses(403, 404),
        Operation.get(Operations.V1 + "/contracts/{contractId}", "A contract", Gate.READ_CONTRACTS)
            .answers(200, ContractJson.One.class)
            .refuses(404),
        Operation.of(
                "post",
                Operations.V1 + "/contracts/{contractId}/milestones",
                "Create a milestone, every time anew",
                Gate.CREATE_MILESTONE)
            .json(Bodies.milestone())
            .answers(201, MilestoneJson.One.class)
            .refuses(404, 409),
        Operation.of(
                "post",
                Operations.V1 + "/contracts/{contractId}/end",
                "End, or ask to",
                Gate.END_CONTRACT)
            .answers(200, ContractJson.Ended.class)
            .answers(202, ApprovalJson.Requested.class)
            .refuses(404, 409),
        Operation.of(
                "post", Operations.V1 + "/milestones/{milestoneId}/fund", "Ask to fund", Gate.FUND)
            .answers(202, ApprovalJson.Requested.class)
            .refuses(404, 409),
        Operation.of(
                "post",
                Operations.V1 + "/milestones/{milestoneId}/approve",
                "Ask to release",
                Gate.RELEASE)
            .answers(202, ApprovalJson.Requested.class)
            .refuses(404, 409));
  }

  static List<Operation> money() {
    return List.of(
        Operation.get(Operations.V1 + "/payments/pending", "Bills that wait", Gate.READ_PAYMENTS)
            .answers(200, PaymentsJson.class),
        Operation.get(Operations.V1 + "/credits", "The credits account", Gate.READ_CREDITS)
            .answers(200, CreditsJson.class),
        Operation.get(Operations.V1 + "/credits/ledger", "Its entries", Gate.READ_CREDITS)
            .query("limit", Schema.whole(1, 100))
            .query("cursor", Schema.text())
            .answers(200, CreditsJson.Ledger.class),
        Operation.of(
                "post", Operations.V1 + "/credits/top-ups", "Ask for more credits", Gate.TOP_UP)
            .json(Bodies.topUp())
            .answers(201, TopUpJson.Requested.class),
        Operation.get(Operations.V1 + "/credits/top-ups/{topUpId}", "A top-up", Gate.READ_CREDITS)
            .answers(200, TopUpJson.One.class)
            .refuses(404));
  }
}
