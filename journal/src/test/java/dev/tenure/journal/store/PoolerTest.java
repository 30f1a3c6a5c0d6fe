package dev.tenure.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.database.Database;
import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.PoolerRelay;
import dev.tenure.journal.Samples;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.record.HireRecords;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A connection pooler that lends server connections by the transaction, as PgBouncer does. */
@ExtendWith(JournalExtension.class)
class PoolerTest {

  private static final int MORE_THAN_THE_DRIVER_PREPARES_AFTER = 10;

  @Test
  void behindAPoolerNoStatementIsKeptPrepared(Database database) throws Exception {
    try (PoolerRelay pooler = PoolerRelay.before(database);
        ApplicationContext beans = beans(database, pooler.jdbcUrl());
        Connection connection = beans.getBean(JournalConnections.class).open()) {
      assertThat(prepared(connection)).isZero();
    }
  }

  @Test
  void withoutAPoolerStatementsAreKeptPrepared(ApplicationContext beans) throws Exception {
    try (Connection connection = beans.getBean(JournalConnections.class).open()) {
      assertThat(prepared(connection)).isPositive();
    }
  }

  @Test
  void behindAPoolerAChangeEndsAWaitAsWell(Database database) throws Exception {
    try (PoolerRelay pooler = PoolerRelay.before(database);
        ApplicationContext beans = beans(database, pooler.jdbcUrl())) {
      HireRecords records = beans.getBean(HireRecords.class);
      HireView hire = Samples.entered(records);
      try (ChangeSubscription changes =
          beans.getBean(ChangeNotifications.class).subscribe(hire.id())) {
        assertThat(changes.await(Duration.ofSeconds(30))).as("what changed before").isTrue();
        while (changes.await(Duration.ofSeconds(1))) {
          // Other tests write as well.
        }
        records.record(Samples.batch(hire, "run-1", 1, Samples.event(1)));
        assertThat(changes.await(Duration.ofSeconds(30))).isTrue();
      }
    }
  }

  private static ApplicationContext beans(Database database, String url) {
    ApplicationContext beans =
        ApplicationContext.run(
            Map.of(
                "tenure.jdbc.url", url,
                "tenure.jdbc.user", database.user(),
                "tenure.jdbc.password", database.password()));
    assertThat(beans.getBean(JournalSchema.class).awaitReady(Duration.ofMinutes(1))).isTrue();
    return beans;
  }

  private static int prepared(Connection connection) throws Exception {
    for (int i = 0; i < MORE_THAN_THE_DRIVER_PREPARES_AFTER; i++) {
      count(connection, "select count(*) from hires");
    }
    return count(connection, "select count(*) from pg_prepared_statements");
  }

  private static int count(Connection connection, String sql) throws Exception {
    try (var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
