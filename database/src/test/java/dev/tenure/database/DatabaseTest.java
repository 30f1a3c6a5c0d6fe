package dev.tenure.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  @Test
  void aStartedDatabaseIsPostgres17AndOurs() throws SQLException {
    try (var db = Database.start();
        var connection = connect(db)) {
      assertThat(read(connection, "show server_version")).startsWith("17.");
      assertThat(read(connection, "select current_user || '@' || current_database()"))
          .isEqualTo("tenure@tenure");
    }
  }

  @Test
  void textIsSortedAndLoweredAsUnicode() throws SQLException {
    try (var db = Database.start();
        var connection = connect(db)) {
      assertThat(read(connection, "select lower('ÄÖ')")).isEqualTo("äö");
    }
  }

  @Test
  void aStoppedDatabaseRefusesAndComesBackWithItsData() throws SQLException {
    try (var db = Database.start()) {
      try (var connection = connect(db);
          var statement = connection.createStatement()) {
        statement.execute("create table kept as select 42 as answer");
      }
      db.stop();
      assertThatThrownBy(() -> connect(db)).isInstanceOf(SQLException.class);
      db.resume();
      try (var connection = connect(db)) {
        assertThat(read(connection, "select answer from kept")).isEqualTo("42");
      }
    }
  }

  @Test
  void twoDatabasesLiveSideBySide() throws SQLException {
    try (var one = Database.start();
        var two = Database.start();
        var first = connect(one);
        var second = connect(two)) {
      assertThat(one.jdbcUrl()).isNotEqualTo(two.jdbcUrl());
      assertThat(first.isValid(5)).isTrue();
      assertThat(second.isValid(5)).isTrue();
    }
  }

  private static Connection connect(Database db) throws SQLException {
    return DriverManager.getConnection(db.jdbcUrl(), db.user(), db.password());
  }

  private static String read(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
