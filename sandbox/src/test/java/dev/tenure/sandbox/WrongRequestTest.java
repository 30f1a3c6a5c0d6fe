package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request is named: its field, its parameter, or the id that is not there. */
class WrongRequestTest extends MidwayTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/proposals/none/hire | {} | milestone",
        "/proposals/none/hire | {\"milestone\": 1} | milestone",
        "/proposals/none/hire | {\"milestone\": {\"amount\": 1}} | milestone.name",
        "/proposals/none/hire | {\"milestone\": {\"name\": \" \", \"amount\": 1}} | milestone.name",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\"}} | milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": 0}} |"
            + " milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": 1.005}} |"
            + " milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": 1e400}} |"
            + " milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\":"
            + " 5.000000000000000000001}} | milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": \"1\"}} |"
            + " milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": 1, \"dueDate\":"
            + " \"soon\"}} | milestone.dueDate",
        "/proposals/none/hire | {\"confirmNotFitOverride\": 1, \"milestone\": {\"name\": \"x\","
            + " \"amount\": 1}} | confirmNotFitOverride",
        "/proposals/none/hire | {\"milestone\": {\"name\": [\"x\"], \"amount\": 1}} |"
            + " milestone.name",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": [1]}} |"
            + " milestone.amount",
        "/proposals/none/hire | {\"milestone\": {\"name\": \"x\", \"amount\": 1e999999999}} |"
            + " milestone.amount",
        "/proposals/none/hire | {\"confirmNotFitOverride\": [true], \"milestone\": {\"name\":"
            + " \"x\", \"amount\": 1}} | confirmNotFitOverride",
        "/proposals/none/hire | {\"milestone\": [{\"name\": \"x\", \"amount\": 1}]} | milestone",
        "/contracts/none/milestones | {\"amountUsd\": 1} | description",
        "/contracts/none/milestones | {\"description\": \"\", \"amountUsd\": 1} | description",
        "/contracts/none/milestones | {\"description\": \"x\", \"amountUsd\": -1} | amountUsd",
        "/contracts/none/milestones | {\"description\": \"x\", \"volume\": 0} | volume",
        "/contracts/none/milestones | {\"description\": \"x\", \"amountUsd\": 1, \"dueDate\":"
            + " \"2026-02-30\"} | dueDate",
        "/contracts/{contract}/milestones | {\"description\": \"x\"} | amountUsd",
        "/credits/top-ups | {} | amountUsd",
        "/credits/top-ups | {\"amountUsd\": 9.99} | amountUsd",
        "/credits/top-ups | {\"amount\": 10001} | amountUsd",
        "/tokens | {\"expiresAt\": \"2020-01-01\"} | expiresAt",
        "/webhooks | {} | eventTypes",
        "/tokens | {\"name\": 1} | name",
        "/tokens | {\"scopes\": \"jobs:read\"} | scopes",
        "/tokens | {\"scopes\": [null]} | scopes",
        "/tokens | {\"scopes\": [[\"jobs:read\"]]} | scopes",
        "/job-drafts | {\"paymentType\": \"fixed_price\"} | paymentType",
        "/job-drafts | {\"paymentType\": [\"FIXED_PRICE\"]} | paymentType"
      })
  void aWrongFieldIsNamedBeforeTheIdIsLookedUp(String path, String body, String field) {
    Reply reply = market.post(at(path), body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("code")).isEqualTo("BAD_REQUEST");
    assertThat(reply.text("details.field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "/updates?limit=0,limit",
    "/updates?limit=201,limit",
    "/updates?cursor=x,cursor",
    "/updates?cursor=-1,cursor",
    "/credits/ledger?limit=101,limit",
    "/credits/ledger?cursor=x,cursor",
    "/contracts?status=odd,status",
    "/jobs/job_1/proposals?limit=0,limit",
    "/jobs/job_1/proposals?cursor=x,cursor",
    "/jobs?limit=0,limit",
    "/jobs?cursor=x,cursor",
    "/jobs/changes,since",
    "/jobs/changes?since=soon,since",
    "/contracts?status=,status",
    "/updates?limit=,limit"
  })
  void aWrongParameterIsNamed(String path, String field) {
    Reply reply = market.get(path);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("details.field")).isEqualTo(field);
  }

  @Test
  void moreThanAnyMilestoneIsWorthIsRefusedByItsVolume() {
    String rate = "{\"paymentType\": \"PAY_PER_LABEL\", \"rateUsd\": 1000000000}";
    String proposal = market.control("POST", "/proposals", rate).text("proposals.0");
    String work =
        market.control("POST", "/proposals/" + proposal + "/hire", Market.HIRE).text("contract.id");
    Reply refused =
        market.post(
            "/contracts/" + work + "/milestones",
            "{\"description\": \"x\", \"volume\": 1000000000}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("details.field")).isEqualTo("volume");
  }

  @ParameterizedTest
  @CsvSource({
    "not json",
    "[1]",
    "'{\"a\": '",
    "''",
    "'{\"milestone\": {\"name\": \"x\", \"amount\": 5}} garbage'",
    "'{\"milestone\": {\"name\": \"x\", \"amount\": 5}}{}'"
  })
  void aBodyThatIsNoJsonObjectIsRefused(String body) {
    Reply reply = market.post("/proposals/prp_5/hire", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("code")).isEqualTo("BAD_REQUEST");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/contracts/none,404,contracts",
    "GET,/approvals/none,404,approvals",
    "GET,/proposals/none,404,proposals",
    "GET,/jobs/none/proposals,404,jobs",
    "GET,/contracts?jobId=none,404,jobs",
    "POST,/proposals/none/hire,404,proposals",
    "POST,/contracts/none/milestones,404,contracts",
    "POST,/contracts/none/end,404,contracts",
    "POST,/milestones/none/fund,404,milestones",
    "POST,/milestones/none/approve,404,milestones",
    "GET,/proposals/none/interview,404,proposals",
    "GET,/freelancers/none,404,freelancers",
    "GET,/webhooks/none,404,webhooks",
    "DELETE,/webhooks/none,404,webhooks",
    "POST,/jobs/none/publish,404,jobs",
    "GET,/messages?conversationId=none,404,conversations",
    "GET,/credits/top-ups/none,404,credit-top-ups",
    "POST,/proposals/none/conversation,404,proposals"
  })
  void anUnknownIdIsNotFound(String method, String path, int status, String resource) {
    Reply reply = market.send(method, Market.API + path, goodBody(path));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.text("details.resource")).isEqualTo(resource);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/contracts/{contract},404",
    "GET,/approvals/{approval},404",
    "GET,/proposals/prp_1,403",
    "GET,/jobs/job_1/proposals,403",
    "GET,/contracts?jobId=job_1,403",
    "GET,/proposals/prp_1/interview,403",
    "POST,/proposals/prp_1/conversation,403",
    "POST,/jobs/job_1/publish,403",
    "POST,/proposals/prp_5/hire,403",
    "POST,/contracts/{contract}/milestones,404",
    "POST,/contracts/{contract}/end,404",
    "POST,/milestones/{milestone}/fund,404",
    "POST,/milestones/{milestone}/approve,404"
  })
  void whatBelongsToAnotherAccountIsHiddenOrForbidden(String method, String path, int status) {
    Market stranger = market.as("ot_pat_sandbox_stranger");
    Reply reply = stranger.send(method, Market.API + at(path), goodBody(path));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(stranger.get("/contracts").size("contracts")).isZero();
  }

  @Test
  void aTextWithAMillionBlanksInItIsReadAsFastAsAnyOther() {
    String text = "x" + " ".repeat(1_000_000) + "x";
    Reply people =
        market.control(
            "PUT",
            "/people",
            "{\"approvals\": [{\"decision\": \"confirm\", \"account\": \"%s\"}]}".formatted(text));
    assertThat(people.text("details.field")).isEqualTo("approvals[0].account");
    Reply event =
        market.control(
            "POST", "/faults", "{\"kind\": \"webhook_lost\", \"event\": \"%s\"}".formatted(text));
    assertThat(event.text("details.field")).isEqualTo("event");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.b/%s", "https://a.b/?%s", "https://%s.a.b"})
  void anAddressThatIsTooLongIsRefusedHoweverLongItIs(String url) {
    for (int length : new int[] {2_100, 100_000, 3_000_000}) {
      Reply refused =
          market.post(
              "/webhooks",
              "{\"url\": \"%s\", \"eventTypes\": [\"payment.pending\"]}"
                  .formatted(url.formatted("a".repeat(length))));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text("details.field")).isEqualTo("url");
    }
  }

  @ParameterizedTest
  @CsvSource({"64999,201", "65000,201", "65535,201", "65536,400", "0,400"})
  void aSubscriberMayListenAtAnyPortThatThereIs(int port, int status) {
    Reply reply =
        market.post(
            "/webhooks",
            "{\"url\": \"http://localhost:%d/\", \"eventTypes\": [\"payment.pending\"]}"
                .formatted(port));
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
  }
}
