package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backup Agents decide a dispute. */
class BallotTest extends OpenContractTest {
  private static final String TREASURY = "0x00000000000000000000000000000000007ea507";

  private List<Agent> backups = List.of();

  @BeforeEach
  void recruit() {
    backups = List.of(agent(11), agent(12), agent(13), agent(14));
  }

  /** Who gets what of a price of 100, a stake and a bond of 5 each, in units. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "met met met met,             settled-fully-met,     100000000,        0, 10000000",
    "met met not_met unclear,     settled-partially-met,  68333333, 38333334,  3333333",
    "unclear unclear unclear unclear, settled-fully-met, 100000000,        0, 10000000",
    "not_met not_met not_met not_met, settled-none-met,          0, 109000000,  1000000",
    "not_met unclear unclear unclear, settled-none-met,          0, 109000000,  1000000"
  })
  void aDisputeEndsAsTheMajoritySays(
      String words, String status, long toWorker, long toClient, long toTreasury) {
    String id = disputed(direct().with("acceptanceCriteria", List.of("a", "b", "c", "d")));
    String[] ballot =
        Stream.of(words.split(" ", -1)).map(word -> word.replace('_', ' ')).toArray(String[]::new);
    long clients = balance(client.address());
    long workers = balance(worker.address());
    for (Agent backup : backups.subList(0, 3)) {
      ok(vote(backup, id, ballot));
    }
    assertThat(status(id)).isEqualTo("resolved");
    clock.pass(REVIEWERS);
    assertThat(status(id)).isEqualTo(status);
    assertThat(balance(worker.address()) - workers).isEqualTo(toWorker);
    assertThat(balance(client.address()) - clients).isEqualTo(toClient);
    assertThat(balance(TREASURY)).isEqualTo(toTreasury);
    assertThat(read(id).text("data.disputeBond")).isEqualTo("5.0");
  }

  @Test
  void votesAreSeenAtOnceAndScoredWhenTheLastOneIsCast() {
    settings(
        "{\"parameters\": {\"backupAgentBondRatio\": 0.05, \"tokenMintRewardFull\": 10,"
            + " \"tokenMintRewardReduced\": 4}}");
    String id = disputed(direct());
    Reply first = ok(vote(backups.get(0), id, "met", "met"));
    assertThat(first.size("data")).isEqualTo(2);
    assertThat(first.at("data.0.majorityOutcome").isNull()).isTrue();
    assertThat(read(id).text("data.backupAgents.0")).isEqualTo(backups.get(0).address());
    ok(vote(backups.get(1), id, "met", "not met"));
    ok(vote(backups.get(2), id, "unclear", "unclear"));
    Reply votes = ok(stranger.get("/contracts/" + id + "/votes?criterionIndex=0"));
    assertThat(votes.size("data")).isEqualTo(3);
    assertThat(votes.text("data.0.majorityOutcome")).isEqualTo("met");
    assertThat(votes.text("data.0.bondOutcome")).isEqualTo("returned");
    assertThat(votes.number("data.0.reward")).isEqualTo(10);
    assertThat(votes.text("data.2.bondOutcome")).isEqualTo("partially slashed");
    Reply second = ok(stranger.get("/contracts/" + id + "/votes?criterionIndex=1"));
    assertThat(second.text("data.1.majorityOutcome")).isEqualTo("unclear");
    assertThat(second.number("data.2.reward")).isEqualTo(4);
    assertThat(second.number("data.1.reward")).isZero();
    Reply own =
        ok(stranger.get("/contracts/" + id + "/votes?backupAgent=" + backups.get(2).address()));
    assertThat(own.size("data")).isEqualTo(2);
    long before = balance(backups.get(2).address());
    clock.pass(REVIEWERS);
    assertThat(status(id)).isEqualTo("settled-fully-met");
    // Two slices of 5; of the first, three tenths are lost.
    assertThat(balance(backups.get(2).address()) - before).isEqualTo(8_500_000);
    assertThat(market.control("GET", "/opencontract/wallets").size("violations")).isZero();
  }

  @Test
  void aBallotIsCastOnceByWhoeverIsNoParty() {
    String id = disputed(direct());
    refused(vote(client, id, "met", "met"), 403, "forbidden");
    refused(vote(worker, id, "met", "met"), 403, "forbidden");
    ok(vote(backups.get(0), id, "met", "met"));
    refused(vote(backups.get(0), id, "met", "met"), 409, "conflict");
    ok(vote(backups.get(1), id, "met", "met"));
    ok(vote(backups.get(2), id, "met", "met"));
    refused(vote(backups.get(3), id, "met", "met"), 409, "conflict");
  }

  @Test
  void aBackupAgentNeedsItsStakedTokens() {
    settings("{\"parameters\": {\"baEligibilityStake\": 1000}}");
    String id = disputed(direct());
    refused(vote(backups.get(0), id, "met", "met"), 403, "forbidden");
    market.control(
        "PUT", "/opencontract/agents/" + backups.get(0).address(), "{\"stakedTokens\": 1000}");
    ok(vote(backups.get(0), id, "met", "met"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"votes\": []}',votes",
    "'{\"votes\": [{\"criterionIndex\": 0, \"vote\": \"met\"}]}',votes",
    "'{\"votes\": [{\"criterionIndex\": 2, \"vote\": \"met\"}]}',votes[0].criterionIndex",
    "'{\"votes\": [{\"criterionIndex\": 0, \"vote\": \"yes\"}]}',votes[0].vote",
    "'{\"votes\": [{\"criterionIndex\": 0, \"vote\": \"met\"}, {\"criterionIndex\": 0, \"vote\": \"met\"}]}',votes[1].criterionIndex",
    "'{}',votes"
  })
  void aBallotThatIsNotWholeIsRefusedByItsField(String body, String field) {
    String id = disputed(direct());
    Reply reply = backups.get(0).post("/contracts/" + id + "/votes", body);
    refused(reply, 400, "invalid_request");
    assertThat(reply.text("error.message")).startsWith(field);
  }

  @Test
  void withoutVotesADisputeIsUnclearWhenItsWindowEnds() {
    String id = disputed(direct());
    clock.pass(Duration.ofHours(24).minusSeconds(1));
    assertThat(status(id)).isEqualTo("disputed");
    clock.pass(Duration.ofSeconds(1));
    assertThat(status(id)).isEqualTo("resolved");
    assertThat(read(id).text("data.criteriaMet.0")).isEqualTo("unclear");
    refused(vote(backups.get(0), id, "met", "met"), 409, "conflict");
    clock.pass(REVIEWERS);
    assertThat(status(id)).isEqualTo("settled-fully-met");
    assertThat(balance(TREASURY)).isEqualTo(10_000_000);
  }

  @Test
  void aDisputeInWhichNothingWasDecidedMayGiveTheBondBack() {
    settings("{\"unclearVoidsBond\": false}");
    String id = disputed(direct());
    long clients = balance(client.address());
    clock.pass(Duration.ofHours(24).plus(REVIEWERS));
    assertThat(status(id)).isEqualTo("settled-fully-met");
    assertThat(balance(client.address()) - clients).isEqualTo(5_000_000);
  }

  @Test
  void theReviewDeadlineIsNothingToADispute() {
    settings("{\"parameters\": {\"baVotingWindow\": \"P20D\"}}");
    String id = disputed(direct());
    clock.pass(Duration.ofDays(9));
    assertThat(status(id)).isEqualTo("disputed");
  }
}
