package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.feed.Page;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.opentrain.client.Refused;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.workflows.opentrain.ApprovalAnswer;
import dev.tenure.workflows.opentrain.ApprovalRef;
import dev.tenure.workflows.opentrain.ContractRef;
import dev.tenure.workflows.opentrain.MilestoneAsk;
import dev.tenure.workflows.opentrain.ProposalRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read of tokens, contracts and the feed. */
class SandboxReadingTest extends AtTheSandbox {

  @Test
  void aWrongTokenIsRejected() {
    assertThat(catchThrowableOfType(Refused.class, () -> client("ot_pat_no_one").scopes()).status())
        .isEqualTo(401);
  }

  @Test
  void theTokensScopesAreRead() throws Exception {
    assertThat(api.scopes()).contains("payments:write", "proposals:write");
  }

  @Test
  void theContractOfAProposalIsFound() throws Exception {
    assertThat(marketplace.findContract(new ProposalRef("prp_1", null)))
        .isEqualTo(new ContractReading.NotFound());
    ContractSnapshot hired = hire();
    assertThat(marketplace.findContract(new ProposalRef("prp_1", null)))
        .isEqualTo(new ContractReading.Seen(hired));
    assertThat(marketplace.findContract(new ProposalRef("prp_1", hired.jobId())))
        .isEqualTo(new ContractReading.Seen(hired));
  }

  @Test
  void whatNobodyKnowsIsLostFromSightOrNotFound() {
    assertThat(marketplace.readApproval(new ApprovalRef("nothing")))
        .isEqualTo(new ApprovalAnswer(new ApprovalReading.LostSight()));
    assertThat(marketplace.readContract(new ContractRef("nothing")))
        .isEqualTo(new ContractReading.NotFound());
    assertThat(type(() -> marketplace.requestFunding(new MilestoneAsk("nothing"))))
        .isEqualTo("not_found");
  }

  @Test
  void theFeedTellsOfAConfirmedHire() throws Exception {
    OpenTrainUpdates updates = new OpenTrainUpdates(api, new Allowance(100).feed());
    ContractSnapshot hired = hire();
    Page page = updates.after(null);
    assertThat(page.entries())
        .extracting(entry -> entry.notification().type())
        .contains("proposal.status_changed", "contract.created", "approval.confirmed");
    assertThat(page.entries())
        .extracting(entry -> entry.notification().contractId())
        .contains(hired.id());
    assertThat(updates.after(page.cursor())).isEqualTo(new Page(List.of(), page.cursor(), false));
  }
}
