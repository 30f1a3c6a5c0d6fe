package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call says about an id that does not exist, and about one of another account. */
class OwnershipTest extends SandboxTest {
  @Test
  void whoRepeatsAnAskMaySeeWhatBecomesOfIt() {
    String id = market.post("/proposals/prp_6/hire", Market.HIRE).text("approval.id");
    Market member = market.as("ot_pat_sandbox_member");
    assertThat(member.get("/approvals/" + id).status()).isEqualTo(404);
    assertThat(member.post("/proposals/prp_6/hire", Market.HIRE).text("approval.id")).isEqualTo(id);
    assertThat(member.get("/approvals/" + id).status()).isEqualTo(200);
  }

  private final Map<String, String> ours = new HashMap<>();

  @BeforeEach
  void own() {
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    String contract = market.confirmed(asked).text("approval.result.contractId");
    ours.put("contract", contract);
    ours.put("approval", asked.text("approval.id"));
    ours.put("milestone", market.milestone(contract, "second", 20));
    ours.put("proposal", "prp_5");
    ours.put("job", "job_1");
    ours.put("topUp", market.post("/credits/top-ups", "{\"amountUsd\": 20}").text("topUpId"));
    ours.put("token", market.post("/tokens", "{}").text("metadata.id"));
    ours.put(
        "webhook",
        market
            .post(
                "/webhooks",
                "{\"url\": \"https://example.com/h\", \"eventTypes\": [\"contract.created\"]}")
            .text("webhook.id"));
    ours.put("thread", market.get("/contracts/" + contract).text("contract.jobDmConversationId"));
  }

  /** The last column is what another account is told about an id of ours. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /contracts/{contract} | | 404",
        "GET | /contracts?jobId={job} | | 403",
        "POST | /contracts/{contract}/milestones | {\"description\": \"x\", \"amountUsd\": 1} | 404",
        "POST | /contracts/{contract}/end | | 404",
        "POST | /milestones/{milestone}/fund | | 404",
        "POST | /milestones/{milestone}/approve | | 404",
        "GET | /approvals/{approval} | | 404",
        "GET | /webhooks/{webhook} | | 404",
        "DELETE | /webhooks/{webhook} | | 404",
        "GET | /credits/top-ups/{topUp} | | 404",
        "DELETE | /tokens/{token} | | 404",
        "GET | /jobs/{job}/proposals | | 403",
        "POST | /jobs/{job}/publish | | 403",
        "PATCH | /job-drafts/{job} | {\"title\": \"x\"} | 403",
        "POST | /jobs/{job}/invites | {\"freelancerId\": \"usr_1\"} | 404",
        "GET | /proposals/{proposal} | | 403",
        "GET | /proposals/{proposal}/interview | | 403",
        "POST | /proposals/{proposal}/conversation | | 403",
        "POST | /proposals/{proposal}/hire | {\"milestone\": {\"name\": \"x\", \"amount\": 1}} | 403",
        "GET | /messages?conversationId={thread} | | 403",
        "POST | /messages | {\"conversationId\": \"{thread}\", \"content\": \"x\"} | 403"
      })
  void anotherAccountsIdIsHiddenOrForbiddenAndAnUnknownOneIsNotFound(
      String method, String path, String body, int foreign) {
    String sent = body == null ? "" : body;
    Reply stranger = send(market.as("ot_pat_sandbox_stranger"), method, path, sent, "");
    assertThat(stranger.status()).as(stranger.body()).isEqualTo(foreign);
    Reply unknown = send(market, method, path, sent, "none");
    assertThat(unknown.status()).as(unknown.body()).isEqualTo(404);
    assertThat(unknown.text("code")).isEqualTo("NOT_FOUND");
    assertThat(unknown.body()).contains("\"none\"");
    if (foreign == 404) {
      // It must look like one that never was.
      assertThat(stranger.at("details").size()).isEqualTo(unknown.at("details").size());
    }
    if (method.equals("GET")) {
      assertThat(send(market, method, path, sent, "").status()).isEqualTo(200);
    }
  }

  private Reply send(Market as, String method, String path, String body, String other) {
    String toPath = path;
    String toBody = body;
    for (Map.Entry<String, String> one : ours.entrySet()) {
      String id = other.isEmpty() ? one.getValue() : other;
      toPath = toPath.replace("{" + one.getKey() + "}", id);
      toBody = toBody.replace("{" + one.getKey() + "}", id);
    }
    return as.send(method, Market.API + toPath, toBody);
  }
}
