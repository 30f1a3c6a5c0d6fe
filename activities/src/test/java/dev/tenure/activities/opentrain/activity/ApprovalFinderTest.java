package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.workflows.opentrain.ApprovalSearch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search among approvals that events have named. */
class ApprovalFinderTest extends AtAMarketplace {

  @Test
  void thoseOfTheKindAndTheTargetAreFoundInTheOrderOfTheirEvents() {
    name("a3", "milestone_fund", "declined", "\"milestoneId\":\"m\"");
    name("a1", "milestone_fund", "confirmed", "\"milestoneId\":\"m\"");
    name("a2", "milestone_approve", "confirmed", "\"milestoneId\":\"m\"");
    name("a4", "milestone_fund", "confirmed", "\"milestoneId\":\"other\"");
    name("a5", "contract_end", "confirmed", "\"contractId\":\"c\"");
    name("a6", "proposal_hire", "confirmed", "\"proposalId\":\"p\"");
    assertThat(find(ApprovalKind.MILESTONE_FUND, "m")).containsExactly("a3", "a1");
    assertThat(find(ApprovalKind.MILESTONE_APPROVE, "m")).containsExactly("a2");
    assertThat(find(ApprovalKind.CONTRACT_END, "c")).containsExactly("a5");
    assertThat(find(ApprovalKind.PROPOSAL_HIRE, "p")).containsExactly("a6");
    assertThat(find(ApprovalKind.PROPOSAL_HIRE, "m")).isEmpty();
  }

  @Test
  void whatIsForSomethingElseIsReadOnce() {
    name("a1", "milestone_fund", "pending", "\"milestoneId\":\"other\"");
    name("a2", "milestone_fund", "pending", "\"milestoneId\":\"m\"");
    find(ApprovalKind.MILESTONE_FUND, "m");
    find(ApprovalKind.MILESTONE_FUND, "m");
    assertThat(marketplace.asked())
        .extracting(asked -> asked.path())
        .containsExactly("/approvals/a1", "/approvals/a2", "/approvals/a2");
  }

  @Test
  void oneThatCannotBeSeenIsNotOursAndHidesNoOther() {
    named.add("hidden");
    name("a1", "milestone_fund", "pending", "\"milestoneId\":\"m\"");
    assertThat(find(ApprovalKind.MILESTONE_FUND, "m")).containsExactly("a1");
  }

  @Test
  void aSearchThatIsCutOffFindsNothingRatherThanSomeOfIt() {
    name("a1", "milestone_fund", "pending", "\"milestoneId\":\"m\"");
    named.add("a2");
    marketplace.on("GET", "/approvals/a2", Reply.error(503, "INTERNAL_ERROR", "{}"));
    assertThat(failure(() -> find(ApprovalKind.MILESTONE_FUND, "m")).getType())
        .isEqualTo(Obstacle.UNAVAILABLE);
  }

  @Test
  void withoutEventsThereIsNothingToRead() {
    assertThat(find(ApprovalKind.PROPOSAL_HIRE, "p")).isEmpty();
    assertThat(marketplace.asked()).isEmpty();
  }

  private void name(String id, String type, String status, String target) {
    named.add(id);
    marketplace.on(
        "GET",
        "/approvals/" + id,
        Reply.json(
            200,
            "{\"approval\":{\"id\":\"%s\",\"type\":\"%s\",\"status\":\"%s\",%s,\"expiresAt\":\"2026-11-24T10:00:00.000Z\"}}"
                .formatted(id, type, status, target)));
  }

  private List<String> find(ApprovalKind kind, String target) {
    return activities
        .findApproval(new ApprovalSearch(kind, target, Clients.NOW))
        .approvals()
        .stream()
        .map(ApprovalSnapshot::id)
        .toList();
  }
}
