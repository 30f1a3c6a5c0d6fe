package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.sandbox.opencontract.signature.PlayWallet;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workers and Backup Agents who act by themselves. */
class SimulatedAgentsTest extends OpenContractTest {
  private static final String WORKER = PlayWallet.named("worker-1").address();

  @Test
  void aWorkerAcceptsAndDeliversInItsTime() {
    people("{\"workers\": {\"accept\": 1, \"deliver\": 1, \"delayMs\": 60000}}");
    String id = created(Draft.direct(clock.instant(), WORKER));
    clock.pass(Duration.ofSeconds(59));
    assertThat(status(id)).isEqualTo("created");
    clock.pass(Duration.ofSeconds(1));
    await(() -> status(id).equals("matched"));
    clock.pass(Duration.ofSeconds(60));
    await(() -> status(id).equals("under-review"));
    assertThat(read(id).text("data.delivery")).isEqualTo("ipfs://delivery/" + id);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"workers\": {\"decline\": 1}}', cancelled-unmatched",
    "'{\"workers\": {\"accept\": 1, \"withdraw\": 1}}', cancelled-withdrawn",
    "'{\"workers\": {\"accept\": 1}}', cancelled-absent"
  })
  void aWorkerMayAlsoDeclineWithdrawOrVanish(String policy, String end) {
    people(policy);
    String id = created(Draft.direct(clock.instant(), WORKER));
    if (end.equals("cancelled-absent")) {
      await(() -> status(id).equals("matched"));
      clock.pass(Duration.ofDays(5));
    }
    await(() -> status(id).equals(end));
  }

  @Test
  void whoeverIsNoneOfThemIsLeftAlone() {
    people("{\"workers\": {\"accept\": 1, \"deliver\": 1}}");
    String ours = created(direct());
    String theirs = created(Draft.direct(clock.instant(), WORKER));
    await(() -> status(theirs).equals("under-review"));
    assertThat(status(ours)).isEqualTo("created");
  }

  @Test
  void oneOfTheRivalsForAnOpenTenderGetsItAndPaysOnce() {
    people("{\"workers\": {\"rivals\": 3, \"accept\": 1}}");
    String id = created(open());
    await(() -> status(id).equals("matched"));
    Reply wallets = market.control("GET", "/opencontract/wallets");
    assertThat(wallets.number("wallets.0.inUnits")).isEqualTo(105_000_000);
    assertThat(wallets.size("violations")).isZero();
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    people("{\"seed\": 7, \"workers\": {\"accept\": 0.5, \"decline\": 0.5, \"deliver\": 0.5}}");
    List<String> first = story();
    assertThat(first).contains("cancelled-unmatched").contains("under-review");
    market.control("POST", "/opencontract/reset");
    register();
    people("{\"seed\": 7, \"workers\": {\"accept\": 0.5, \"decline\": 0.5, \"deliver\": 0.5}}");
    assertThat(story()).isEqualTo(first);
  }

  @Test
  void backupAgentsVoteByTheirHabits() {
    people("{\"backups\": {\"votes\": 3, \"notMet\": 1, \"delayMs\": 1000}}");
    String id = disputed(direct());
    clock.pass(Duration.ofSeconds(1));
    await(() -> status(id).equals("resolved"));
    assertThat(read(id).text("data.criteriaMet.1")).isEqualTo("not met");
    assertThat(client.get("/contracts/" + id + "/votes").size("data")).isEqualTo(6);
  }

  @Test
  void backupAgentsMayBeToldHowEachCriterionIsVoted() {
    people(
        """
        {"backups": {"votes": 3, "criteria": ["met", "not met"], "met": 1}}
        """);
    String id =
        disputed(direct().with("acceptanceCriteria", List.of("all there", "all good", "in time")));
    await(() -> status(id).equals("resolved"));
    clock.pass(REVIEWERS);
    assertThat(status(id)).isEqualTo("settled-partially-met");
    assertThat(read(id).at("data.criteriaMet"))
        .isEqualTo(Reply.parse("[\"met\", \"not met\", \"met\"]"));
    Reply wallet = market.control("GET", "/opencontract/wallets?contract=" + id);
    assertThat(wallet.size("wallets")).isEqualTo(1);
    assertThat(wallet.text("wallets.0.contractId")).isEqualTo(id);
    assertThat(wallet.text("wallets.0.transfers.0.from")).isEqualTo(client.address());
    assertThat(wallet.text("wallets.0.transfers.0.to")).isEqualTo(wallet.text("wallets.0.address"));
    assertThat(wallet.text("wallets.0.transfers.0.purpose")).isEqualTo("escrow");
    assertThat(wallet.text("wallets.0.transfers.3.from"))
        .isEqualTo(wallet.text("wallets.0.address"));
    assertThat(wallet.number("wallets.0.inUnits")).isEqualTo(wallet.number("wallets.0.outUnits"));
    created(open());
    assertThat(market.control("GET", "/opencontract/wallets").size("wallets")).isEqualTo(2);
    refused(market.control("GET", "/opencontract/wallets?contract=none"), 404, "not_found");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"workers\": {\"accept\": 2}}', workers.accept",
    "'{\"workers\": {\"accept\": -0.1}}', workers.accept",
    "'{\"backups\": {\"met\": 1.01}}', backups.met",
    "'{\"workers\": {\"accept\": 0.6, \"decline\": 0.6}}', workers.accept",
    "'{\"workers\": {\"delayMs\": 5, \"maxDelayMs\": 4}}', workers.maxDelayMs",
    "'{\"backups\": {\"votes\": 10}}', backups.votes",
    "'{\"backups\": {\"criteria\": [\"met\", \"maybe\"]}}', backups.criteria",
    "'{\"backups\": {\"criteria\": [7]}}', backups.criteria",
    "'{\"backup\": {}}', backup"
  })
  void aWrongHabitIsNamed(String policy, String field) {
    Reply reply = market.control("PUT", "/opencontract/people", policy);
    refused(reply, 400, "invalid_request");
    assertThat(reply.text("error.message")).startsWith(field);
  }

  /** How contracts stand that are offered to a worker one after the other. */
  private List<String> story() {
    return IntStream.range(0, 12)
        .mapToObj(
            number ->
                created(Draft.direct(clock.instant(), WORKER).with("title", "batch " + number)))
        .toList()
        .stream()
        .map(
            id -> {
              // Everybody acts at once; what is still matched was taken by one who vanishes.
              await(() -> !status(id).equals("created"));
              market.control("POST", "/clock/advance", "{\"ms\": 0}");
              return status(id);
            })
        .toList();
  }

  private void people(String policy) {
    Reply reply = market.control("PUT", "/opencontract/people", policy);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
  }
}
