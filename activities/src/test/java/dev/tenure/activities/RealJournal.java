package dev.tenure.activities;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.database.Database;
import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.account.UpdatesFeed;
import dev.tenure.journal.ledger.Ledger;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.record.Insertion;
import dev.tenure.journal.record.NewHire;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The journal on a real PostgreSQL of its own, one for all tests of this process. */
public final class RealJournal {

  private static final Database DATABASE = Database.start();
  private static final ApplicationContext CONTEXT =
      ApplicationContext.builder()
          .deduceEnvironment(false)
          .banner(false)
          .properties(properties())
          .start();

  static {
    // No single test is the last one; PostgreSQL would outlive the process of the tests.
    Runtime.getRuntime().addShutdownHook(new Thread(RealJournal::close, "close-real-journal"));
  }

  private RealJournal() {}

  private static void close() {
    CONTEXT.close();
    DATABASE.close();
  }

  /** What lets another context use the same database. */
  public static Map<String, Object> properties() {
    return Map.of(
        "tenure.jdbc.url", DATABASE.jdbcUrl(),
        "tenure.jdbc.user", DATABASE.user(),
        "tenure.jdbc.password", DATABASE.password());
  }

  public static UpdatesFeed feed() {
    return CONTEXT.getBean(UpdatesFeed.class);
  }

  public static Accounts accounts() {
    return CONTEXT.getBean(Accounts.class);
  }

  public static Hires hires() {
    return CONTEXT.getBean(Hires.class);
  }

  public static Ledger ledger() {
    return CONTEXT.getBean(Ledger.class);
  }

  public static HireRecords records() {
    return CONTEXT.getBean(HireRecords.class);
  }

  /** Another repository of the journal. */
  public static <T> T bean(Class<T> type) {
    return CONTEXT.getBean(type);
  }

  /** Changes the tables behind the journal's back. */
  public static void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Enters a hire of the proposal and answers with its id. */
  public static String hire(String account, String proposalId) {
    MilestonePlan milestone =
        new MilestonePlan("m1", "Batch", null, Money.usd("450"), null, FundRule.atStart());
    HirePlan plan =
        new HirePlan(
            account, proposalId, null, Map.of(), List.of(milestone), null, false, Policies.DEFAULT);
    NewHire hire =
        new NewHire(
            "hir_" + UUID.randomUUID().toString().substring(0, 8),
            plan,
            "digest",
            Instant.now(),
            null,
            null,
            null,
            null);
    return switch (CONTEXT.getBean(HireRecords.class).insert(hire)) {
      case Insertion.Inserted inserted -> inserted.hire().id();
      case Insertion other -> throw new AssertionError("not inserted: " + other);
    };
  }

  /** The events whose notifications are parked. */
  public static List<String> parked(String account) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());
        PreparedStatement select =
            connection.prepareStatement(
                "select event_id from parked_notifications where account = ?")) {
      select.setString(1, account);
      ResultSet rows = select.executeQuery();
      List<String> events = new ArrayList<>();
      while (rows.next()) {
        events.add(rows.getString(1));
      }
      return events;
    }
  }

  /** What is kept as booked for a contract, in the order in which it was booked. */
  public static List<JsonNode> booked(String account, String contractId) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());
        PreparedStatement select =
            connection.prepareStatement(
                "select document from ledger_entries where account = ? and contract_id = ?"
                    + " order by booked_at, id")) {
      select.setString(1, account);
      select.setString(2, contractId);
      ResultSet rows = select.executeQuery();
      List<JsonNode> entries = new ArrayList<>();
      while (rows.next()) {
        entries.add(Samples.tree(rows.getString(1)));
      }
      return entries;
    }
  }

  /** Another account each time, so that tests do not meet. */
  public static String account() {
    return "acc-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
