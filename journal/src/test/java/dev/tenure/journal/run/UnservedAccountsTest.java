package dev.tenure.journal.run;

import static dev.tenure.journal.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.database.Database;
import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.record.Insertion;
import dev.tenure.journal.record.NewHire;
import dev.tenure.model.account.Marketplace;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.plan.HirePlan;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class UnservedAccountsTest {

  private static final Duration SILENCE = Duration.ofSeconds(35);

  private final UnservedAccounts unserved;
  private final Accounts accounts;
  private final HireRecords records;
  private final Hires hires;
  private final Database database;
  private final String account = unique("acc");

  UnservedAccountsTest(
      UnservedAccounts unserved,
      Accounts accounts,
      HireRecords records,
      Hires hires,
      Database database) {
    this.unserved = unserved;
    this.accounts = accounts;
    this.records = records;
    this.hires = hires;
    this.database = database;
  }

  @Test
  void anOpenHireOfAnAccountThatWasTakenOutIsAnIncidentUntilItIsPutBack() throws SQLException {
    HireView hire = open();
    served(account, 60);
    served("default", 0);
    unserved.look(SILENCE);
    assertThat(incidents(hire))
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.cause()).isEqualTo(IncidentCause.ACCOUNT_UNSERVED);
              assertThat(incident.detail()).contains(account, "TENURE_ACCOUNTS");
            });
    unserved.look(SILENCE);
    assertThat(hires.find(hire.id()).orElseThrow().incidents()).hasSize(1);
    served(account, 0);
    unserved.look(SILENCE);
    assertThat(incidents(hire)).isEmpty();
  }

  @Test
  void anAccountThatIsServedOrWasSilentForAMomentIsNone() throws SQLException {
    HireView hire = open();
    served("default", 0);
    served(account, 20);
    unserved.look(SILENCE);
    assertThat(incidents(hire)).isEmpty();
  }

  @Test
  void withoutAnyWorkerNothingIsSaidOfAccounts() throws SQLException {
    HireView hire = open();
    everybodySilentFor(600);
    unserved.look(SILENCE);
    assertThat(incidents(hire)).isEmpty();
  }

  @Test
  void theWorkflowGoesOnRecordingAndTheEndOfTheHireClosesTheIncident() throws SQLException {
    HireView hire = open();
    served(account, 60);
    served("default", 0);
    unserved.look(SILENCE);
    records.record(
        Samples.batch(
            hire, "run-1", null, Samples.header(hire, HireStatus.CANCELLED, 1), List.of()));
    assertThat(hires.find(hire.id()).orElseThrow().document().status())
        .isEqualTo(HireStatus.CANCELLED);
    unserved.look(SILENCE);
    assertThat(incidents(hire)).isEmpty();
  }

  private List<IncidentDocument> incidents(HireView hire) {
    return hires.find(hire.id()).orElseThrow().openIncidents();
  }

  private HireView open() {
    HirePlan plan = Samples.plan(unique("prp"));
    HirePlan own =
        new HirePlan(
            account,
            plan.proposalId(),
            null,
            plan.labels(),
            plan.milestones(),
            plan.cap(),
            false,
            plan.policies());
    return switch (records.insert(
        new NewHire(unique("hir"), own, "d", Samples.NOW, null, null, null, null))) {
      case Insertion.Inserted(HireView view) -> view;
      case Insertion other -> throw new AssertionError("not inserted: " + other);
    };
  }

  private void served(String name, int secondsAgo) throws SQLException {
    accounts.served(name, Marketplace.OPENTRAIN, "https://market.example");
    update(
        "update accounts set served_at = now() - ? * interval '1 second' where id = ?",
        secondsAgo,
        name);
  }

  private void everybodySilentFor(int seconds) throws SQLException {
    update(
        "update accounts set served_at = now() - ? * interval '1 second' where id <> ?",
        seconds,
        "");
  }

  private void update(String sql, int seconds, String name) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var update = connection.prepareStatement(sql)) {
      update.setInt(1, seconds);
      update.setString(2, name);
      update.executeUpdate();
    }
  }
}
