package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedTest extends SandboxTest {
  private String before = "";

  @BeforeEach
  void readToTheEnd() {
    before = market.get("/updates?limit=200").text("nextCursor");
  }

  @Test
  void aConfirmedHireTellsItsStoryInOrder() {
    market.hired("prp_4");
    assertThat(types(market))
        .containsExactly(
            "proposal.status_changed",
            "contract.created",
            "milestone.status_changed",
            "approval.confirmed");
  }

  @Test
  void everyFinalStateOfAnApprovalRingsUnderTheSameName() {
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    String id = asked.text("approval.id");
    market.control("POST", "/approvals/" + id + "/decline");
    Reply events = market.get("/updates?cursor=" + before);
    assertThat(events.text("events.0.type")).isEqualTo("approval.confirmed");
    assertThat(events.text("events.0.resourceId")).isEqualTo(id);
    assertThat(events.text("events.0.data.status")).isEqualTo("declined");
  }

  @Test
  void aDirectEndLeavesNoEvent() {
    String contractId = market.hired("prp_4");
    String milestoneId = market.get("/contracts/" + contractId).text("contract.milestones.0.id");
    market.confirmed(market.post("/milestones/" + milestoneId + "/approve"));
    readToTheEnd();
    assertThat(market.post("/contracts/" + contractId + "/end").status()).isEqualTo(200);
    assertThat(types(market)).isEmpty();
  }

  @Test
  void aRequestForPayoutRingsOnlyIfTheSettingSaysSo() {
    String contractId = market.hired("prp_4");
    String milestoneId = market.get("/contracts/" + contractId).text("contract.milestones.0.id");
    readToTheEnd();
    market.control("POST", "/milestones/" + milestoneId + "/request-payout");
    assertThat(types(market)).isEmpty();
    market.control("PUT", "/settings", "{\"payoutEvents\": true}");
    String other = market.hired("prp_5");
    String delivered = market.get("/contracts/" + other).text("contract.milestones.0.id");
    readToTheEnd();
    market.control("POST", "/milestones/" + delivered + "/request-payout");
    market.control("POST", "/milestones/" + delivered + "/request-payout");
    assertThat(types(market)).containsExactly("payment.pending");
  }

  @Test
  void eventsThatTheScopesDoNotAllowAreLeftOutWithoutAWord() {
    market.hired("prp_4");
    market.control("PUT", "/accounts/acc_1", "{\"scopes\": [\"proposals:read\"]}");
    assertThat(types(market)).containsExactly("proposal.status_changed");
  }

  @Test
  void anEmptyPageEchoesTheCursor() {
    Reply empty = market.get("/updates?cursor=" + before);
    assertThat(empty.size("events")).isZero();
    assertThat(empty.text("nextCursor")).isEqualTo(before);
    assertThat(empty.text("hasMore")).isEqualTo("false");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    market.hired("prp_4");
    List<String> ids = new ArrayList<>();
    String cursor = "0";
    boolean more = true;
    while (more) {
      Reply page = market.get("/updates?limit=3&cursor=" + cursor);
      for (JsonNode event : page.at("events").values()) {
        ids.add(String.valueOf(event.get("id") == null ? "" : event.get("id").getStringValue()));
      }
      cursor = page.text("nextCursor");
      more = Boolean.parseBoolean(page.text("hasMore"));
    }
    Reply whole = market.get("/updates?limit=200");
    assertThat(ids).hasSize(whole.size("events")).doesNotHaveDuplicates();
  }

  @Test
  void aStrangerSeesNothingOfIt() {
    market.hired("prp_4");
    assertThat(types(market.as("ot_pat_sandbox_stranger"))).containsExactly("proposal.received");
  }

  private List<String> types(Market reader) {
    List<String> types = new ArrayList<>();
    for (JsonNode event : reader.get("/updates?cursor=" + before).at("events").values()) {
      JsonNode type = event.get("type");
      types.add(type == null ? "" : type.getStringValue());
    }
    return types;
  }
}
