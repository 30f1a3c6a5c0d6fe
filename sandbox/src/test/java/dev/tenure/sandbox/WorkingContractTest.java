package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every transition of a Working Contract, with the money that it moves. */
class WorkingContractTest extends OpenContractTest {
  private static final String TREASURY = "0x00000000000000000000000000000000007ea507";
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void aContractThatIsCancelledIsRefundedWhenTheReviewersHaveLooked() {
    String id = created(direct());
    long before = balance(client.address());
    assertThat(ok(client.post("/contracts/" + id + "/cancel", "")).text("data.status"))
        .isEqualTo("cancelled-by-client");
    clock.pass(REVIEWERS.minus(SECOND));
    assertThat(balance(client.address())).isEqualTo(before);
    clock.pass(SECOND);
    paidOut(id, "cancelled-by-client");
    assertThat(balance(client.address()) - before).isEqualTo(100_000_000);
  }

  @Test
  void aNamedWorkerDeclinesAndAnOpenTenderCannotBeDeclined() {
    String id = created(direct());
    Reply declined = worker.post("/contracts/" + id + "/accept", "{\"accept\": false}");
    assertThat(ok(declined).text("data.status")).isEqualTo("cancelled-unmatched");
    assertThat(declined.text("data.worker")).isEqualTo(worker.address());
    String open = created(open());
    refused(
        worker.post("/contracts/" + open + "/accept", "{\"accept\": false}"),
        400,
        "invalid_request");
  }

  @Test
  void nobodyButTheNamedWorkerAcceptsAnAward() {
    String id = created(direct());
    refused(stranger.post("/contracts/" + id + "/accept", "{\"accept\": true}"), 403, "forbidden");
    refused(client.post("/contracts/" + id + "/accept", "{\"accept\": true}"), 403, "forbidden");
    Reply matched = ok(worker.paid("/contracts/" + id + "/accept", "{\"accept\": true}"));
    assertThat(matched.text("data.status")).isEqualTo("matched");
    assertThat(matched.text("data.workerStake")).isEqualTo("5.0");
  }

  @Test
  void whoeverPaysFirstGetsAnOpenTenderAndTheOtherKeepsItsMoney() {
    String id = created(open());
    assertThat(read(id).at("data.worker").isNull()).isTrue();
    refused(client.post("/contracts/" + id + "/accept", "{\"accept\": true}"), 403, "forbidden");
    Reply late = stranger.post("/contracts/" + id + "/accept", "{\"accept\": true}");
    assertThat(late.status()).isEqualTo(402);
    ok(worker.paid("/contracts/" + id + "/accept", "{\"accept\": true}"));
    long before = balance(stranger.address());
    refused(
        stranger.post(
            "/contracts/" + id + "/accept",
            "{\"accept\": true}",
            stranger.payment(Agent.quote(late))),
        409,
        "conflict");
    assertThat(balance(stranger.address())).isEqualTo(before);
    assertThat(read(id).text("data.worker")).isEqualTo(worker.address());
  }

  @ParameterizedTest(name = "{0} until {1}, and {2} from then on")
  @CsvSource({
    "accept,    P1D, cancelled-unmatched",
    "withdraw,  P2D, matched",
    "delivery,  P5D, cancelled-absent",
    "approve,   P8D, resolved",
    "dispute,   P8D, resolved"
  })
  void aDeadlineClosesARightInItsOwnSecond(String call, String deadline, String after) {
    // The calls of a contract need distinct contracts, which are made a moment before.
    String early = ready(call, "early");
    String late = ready(call, "late");
    clock.pass(Duration.parse(deadline).minus(SECOND));
    assertThat(call(call, early).status()).isEqualTo(200);
    clock.pass(SECOND);
    refused(call(call, late), 409, "conflict");
    assertThat(status(late)).isEqualTo(after);
  }

  @Test
  void aWithdrawalInTimeCostsAPartOfTheStake() {
    String id = matched(direct());
    long clients = balance(client.address());
    long workers = balance(worker.address());
    Reply withdrawn = ok(worker.post("/contracts/" + id + "/withdraw", ""));
    assertThat(withdrawn.text("data.status")).isEqualTo("cancelled-withdrawn");
    assertThat(withdrawn.text("data.workerStake")).isEqualTo("5.0");
    clock.pass(REVIEWERS);
    paidOut(id, "cancelled-withdrawn");
    assertThat(balance(client.address()) - clients).isEqualTo(101_500_000);
    assertThat(balance(worker.address()) - workers).isEqualTo(3_500_000);
  }

  @Test
  void aWorkerWhoNeverDeliversLosesItsStake() {
    String id = matched(direct());
    long clients = balance(client.address());
    clock.pass(Duration.ofDays(5).plus(REVIEWERS));
    paidOut(id, "cancelled-absent");
    assertThat(balance(client.address()) - clients).isEqualTo(104_000_000);
    assertThat(balance(TREASURY)).isEqualTo(1_000_000);
  }

  @Test
  void silenceIsAnApproval() {
    String id = delivered(direct());
    long workers = balance(worker.address());
    clock.pass(Duration.ofDays(8));
    assertThat(status(id)).isEqualTo("resolved");
    assertThat(read(id).at("data.criteriaMet").size()).isEqualTo(2);
    assertThat(read(id).text("data.criteriaMet.0")).isEqualTo("met");
    assertThat(balance(worker.address())).isEqualTo(workers);
    clock.pass(REVIEWERS);
    paidOut(id, "settled-fully-met");
    assertThat(balance(worker.address()) - workers).isEqualTo(100_000_000);
    assertThat(balance(TREASURY)).isEqualTo(5_000_000);
  }

  @Test
  void aDeliveryDoesNotMoveTheReviewDeadline() {
    String id = delivered(direct());
    Reply contract = read(id);
    assertThat(contract.text("data.delivery")).isEqualTo("ipfs://work");
    assertThat(contract.text("data.reviewDeadline")).isEqualTo("2026-06-20T09:30:00Z");
    refused(
        worker.post("/contracts/" + id + "/delivery", "{\"delivery\": \"again\"}"),
        409,
        "conflict");
  }

  @Test
  void theReviewersOfAPayoutMayBeSlow() {
    settings("{\"reviewersMs\": 86400000}");
    String id = delivered(direct());
    ok(client.post("/contracts/" + id + "/approve", ""));
    clock.pass(Duration.ofDays(1).minus(SECOND));
    assertThat(status(id)).isEqualTo("resolved");
    clock.pass(SECOND);
    assertThat(status(id)).isEqualTo("settled-fully-met");
  }

  @Test
  void timersStrikeThoughNobodyLooks() {
    matched(direct());
    clock.pass(Duration.ofDays(5).plus(REVIEWERS));
    // The Treasury is no party of a call, so nothing looks at the contract here.
    await(() -> balance(TREASURY) == 1_000_000);
  }

  @Test
  void contractsAreListedNewestFirstInPages() {
    for (int number = 0; number < 5; number++) {
      created(direct().with("title", "number " + number));
    }
    Reply first = ok(stranger.get("/contracts?limit=2&status=created"));
    assertThat(first.text("data.0.title")).isEqualTo("number 4");
    Reply second = ok(stranger.get("/contracts?limit=2&cursor=" + first.text("meta.nextCursor")));
    assertThat(second.text("data.0.title")).isEqualTo("number 2");
    Reply third = ok(stranger.get("/contracts?limit=2&cursor=" + second.text("meta.nextCursor")));
    assertThat(third.size("data")).isEqualTo(1);
    assertThat(third.at("meta").get("nextCursor")).isNull();
    assertThat(stranger.get("/contracts?client=" + stranger.address()).size("data")).isZero();
    assertThat(
            stranger
                .get(
                    "/contracts?worker=0x" + worker.address().substring(2).toUpperCase(Locale.ROOT))
                .size("data"))
        .isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,limit",
    "limit=101,limit",
    "limit=x,limit",
    "cursor=none,cursor",
    "status=done,status",
    "contractType=x,contractType",
    "awardMethod=x,awardMethod",
    "client=0x1,client",
    "worker=me,worker"
  })
  void aWrongParameterOfTheListIsNamed(String query, String field) {
    Reply reply = stranger.get("/contracts?" + query);
    refused(reply, 400, "invalid_request");
    assertThat(reply.text("error.message")).startsWith(field);
  }

  @Test
  void theClockMayBeMovedAndAnAgentsOwnTimersStayRight() {
    Reply moved = market.control("POST", "/clock/advance", "{\"ms\": 864000000}");
    assertThat(moved.status()).isEqualTo(200);
    String id = created(direct());
    assertThat(read(id).text("data.matchDeadline")).isEqualTo("2026-06-13T09:30:00Z");
    clock.pass(Duration.ofDays(1).minus(SECOND));
    assertThat(status(id)).isEqualTo("created");
    clock.pass(SECOND);
    assertThat(status(id)).isEqualTo("cancelled-unmatched");
  }

  private String ready(String call, String title) {
    Draft draft = direct().with("title", title);
    return switch (call) {
      case "accept" -> created(draft);
      case "withdraw", "delivery" -> matched(draft);
      default -> delivered(draft);
    };
  }

  private Reply call(String call, String id) {
    String path = "/contracts/" + id + "/" + call;
    return switch (call) {
      case "accept" -> worker.paid(path, "{\"accept\": true}");
      case "withdraw" -> worker.post(path, "");
      case "delivery" -> worker.post(path, "{\"delivery\": \"ipfs://work\"}");
      case "approve" -> client.post(path, "");
      default -> client.paid(path, "");
    };
  }

  private void paidOut(String id, String status) {
    assertThat(status(id)).isEqualTo(status);
    assertThat(market.control("GET", "/opencontract/wallets").size("violations")).isZero();
  }
}
