package dev.tenure.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.database.Database;
import dev.tenure.journal.JournalExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(JournalExtension.class)
class JournalConnectionsTest {

  /** Java knows such short names, and PostgreSQL does not. */
  @SuppressWarnings("ThreeLetterTimeZoneID")
  @Test
  void aZoneNameThatTheServerRefusesIsReplacedByAnotherOfTheSameTime(Database database)
      throws SQLException {
    TimeZone before = TimeZone.getDefault();
    TimeZone unknown = TimeZone.getTimeZone("CTT");
    TimeZone.setDefault(unknown);
    try (Connection connection = connections(database, database.password(), null).open()) {
      assertThat(connection.isValid(5)).isTrue();
      assertThat(TimeZone.getDefault().hasSameRules(unknown)).isTrue();
      assertThat(TimeZone.getDefault().getID()).isNotEqualTo(unknown.getID());
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void theFirstOtherNameOfAnOldZoneIsItsNewOne() {
    assertThat(ZoneNames.of(TimeZone.getTimeZone("Asia/Calcutta")))
        .extracting(TimeZone::getID)
        .startsWith("Asia/Kolkata")
        .endsWith("GMT+05:30", "UTC");
    assertThat(ZoneNames.of(TimeZone.getTimeZone("US/Pacific")))
        .extracting(TimeZone::getID)
        .contains("America/Los_Angeles")
        .doesNotContain("GMT-08:00");
  }

  @Test
  void thePasswordFileGoesBeforeThePasswordAndMayComeLater(Database database, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("password");
    JournalConnections connections = connections(database, "wrong", file);
    assertThatThrownBy(connections::open)
        .isInstanceOf(SQLTransientException.class)
        .hasMessageContaining("TENURE_JDBC_PASSWORD_FILE is not there (yet): " + file);
    Files.writeString(file, database.password() + "\n");
    try (Connection connection = connections.open()) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  private static JournalConnections connections(
      Database database, String password, @Nullable Path passwordFile) {
    return new JournalConnections(
        new JournalSettings(
            database.jdbcUrl(),
            database.user(),
            password,
            passwordFile == null ? null : passwordFile.toString(),
            2));
  }
}
