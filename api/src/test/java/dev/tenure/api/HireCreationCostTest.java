package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import dev.tenure.database.Database;
import dev.tenure.journal.account.Accounts;
import dev.tenure.model.account.Marketplace;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What making a hire asks of the journal's database: each statement, and each commit, takes time.
 */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class HireCreationCostTest {

  private static final String ACCOUNT = "select accounts";
  private static final String HIRE = "insert hires";
  private static final String MILESTONES = "insert milestones";
  private static final String KEY = "insert request_keys";
  private static final String MADE = "update request_keys";
  private static final String AUDIT = "insert audit_entries";
  private static final String COMMIT = StatementLog.COMMIT;

  private StatementLog log;
  private Database database;
  private Front front;

  @BeforeAll
  void begin(Stack stack) throws SQLException {
    log = StatementLog.begin();
    database = Database.start();
    front =
        Front.start(
            database,
            stack.temporalPort(),
            Map.of("tenure.jdbc.url", StatementLog.url(database.jdbcUrl())));
    front.bean(Accounts.class).served("default", Marketplace.OPENTRAIN, "http://127.0.0.1:1");
    front.http().post("/v1/hires", Bodies.shortest(Bodies.proposal()));
  }

  @AfterAll
  void end() throws SQLException {
    front.close();
    database.close();
    log.close();
  }

  @Test
  void aHireIsEnteredByFourStatementsAndTwoCommitsItsAuditEntryAmongThem() {
    String body = Bodies.shortest(Bodies.proposal());
    assertThat(asked(201, body)).containsExactly(ACCOUNT, COMMIT, HIRE, MILESTONES, AUDIT, COMMIT);
    assertThat(audited(1)).containsExactly("make_hire 201");
  }

  @Test
  void anIdempotencyKeyCostsTwoStatementsAndOneCommitMoreAndItsRepetitionEntersNothing() {
    String body = Bodies.shortest(Bodies.proposal());
    String[] key = {"Idempotency-Key", Bodies.proposal()};
    assertThat(asked(201, body, key))
        .containsExactly(ACCOUNT, COMMIT, KEY, COMMIT, HIRE, MILESTONES, MADE, AUDIT, COMMIT);
    assertThat(asked(200, body, key)).doesNotContain(HIRE, MADE);
    assertThat(audited(2)).containsExactly("make_hire 200", "make_hire 201");
  }

  @Test
  void whatAnswersIsWhatIsReadAfterwardsToTheLastByte() {
    String body =
        """
        {"proposalId":"%s","labels":{"team":"vision","b":"2","a long name":"3"},
         "milestones":[{"name":"Batch 1","volume":12.50,"dueDate":"2027-07-15",
           "amount":{"amount":"450","currency":"USD"}}]}
        """
            .formatted(Bodies.proposal());
    Answer made = front.http().post("/v1/hires", body);
    Answer read = front.http().get(made.header("Location"));
    assertThat(read.raw().body()).isEqualTo(made.raw().body());
    assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
  }

  private List<String> asked(int status, String body, String... headers) {
    return log
        .during(
            () ->
                assertThat(front.http().post("/v1/hires", body, headers).status())
                    .isEqualTo(status))
        .stream()
        .map(HireCreationCostTest::inShort)
        .toList();
  }

  /** The verb and the table. */
  private static String inShort(String statement) {
    return statement.replaceFirst(
        "^(insert|select|update)\\b.*?\\b(?:into |from |(?<=^update ))(\\w+).*", "$1 $2");
  }

  private List<String> audited(int newest) {
    return front
        .http()
        .get("/v1/audit?limit=" + newest)
        .json()
        .path("items")
        .findParents("action")
        .stream()
        .map(one -> one.path("action").asText() + " " + one.path("status").asText())
        .toList();
  }
}
