package dev.tenure.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.database.cluster.Cluster;
import dev.tenure.database.cluster.PasswordFile;
import dev.tenure.database.cluster.ServerSettings;
import dev.tenure.database.host.Commands;
import dev.tenure.database.host.Folders;
import dev.tenure.database.host.Ports;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class RolesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temporary;

  @BeforeEach
  void openTheFolder() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void theApplicationIsNoSuperuserAndOwnsItsDatabaseAlone() throws SQLException {
    try (var db = Database.start();
        var connection = connect(db)) {
      assertThat(
              one(
                  connection,
                  "select rolsuper or rolcreaterole or rolcreatedb from pg_roles"
                      + " where rolname = current_user"))
          .isEqualTo("f");
      assertThatThrownBy(() -> one(connection, "select pg_read_file('/etc/passwd')"))
          .hasMessageContaining("permission denied");
      execute(connection, "create table made (id bigint generated always as identity)");
      assertThat(one(connection, "select tableowner from pg_tables where tablename = 'made'"))
          .isEqualTo("tenure");
    }
  }

  @Test
  void nobodyLogsInWithAPasswordThatEverybodyKnowsNorAsTheSuperuser() {
    try (var db = Database.start()) {
      for (String user : List.of("tenure", "postgres")) {
        for (String password : List.of("tenure", "postgres", "")) {
          assertThatThrownBy(() -> DriverManager.getConnection(db.jdbcUrl(), user, password))
              .isInstanceOf(SQLException.class);
        }
      }
      assertThatThrownBy(() -> DriverManager.getConnection(db.jdbcUrl(), "postgres", db.password()))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void thePasswordIsRandomAndItsFileIsClosedToOthers() throws IOException {
    try (var one = Database.start();
        var two = Database.start()) {
      assertThat(one.password()).hasSizeGreaterThan(40).isNotEqualTo(two.password());
    }
    PasswordFile file = PasswordFile.in(temporary);
    file.write("secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(file.read()).isEqualTo("secret");
  }

  @Test
  void aDataFolderOfEarlierDaysKeepsItsDataAndLosesItsSuperuser() throws Exception {
    Path folder = temporary.resolve("database");
    madeAsBefore(folder);
    try (var old = open(folder)) {
      assertThat(old.password()).isNotEqualTo("tenure");
      try (var connection = connect(old)) {
        assertThat(one(connection, "select name from kept")).isEqualTo("forty-two");
        assertThat(one(connection, "select rolsuper from pg_roles where rolname = current_user"))
            .isEqualTo("f");
        execute(connection, "alter table kept add column more text");
        execute(connection, "insert into kept (name) values ('forty-three')");
        execute(connection, "select nextval('positions')");
        execute(connection, "drop view of_kept");
        execute(connection, "create table made (id bigint)");
      }
      String password = old.password();
      old.stop();
      old.resume();
      assertThat(old.password()).isEqualTo(password);
      connect(old).close();
    }
  }

  @Test
  void aLostPasswordFileIsReplacedAtTheNextStart() throws Exception {
    Path folder = temporary.resolve("database");
    var first = open(folder);
    String password = first.password();
    first.stop();
    Files.delete(folder.resolve("password"));
    try (var second = open(folder)) {
      assertThat(second.password()).isNotEqualTo(password);
      connect(second).close();
    }
  }

  /** As Tenure made it before: the application's role made the cluster, its password its name. */
  private static void madeAsBefore(Path folder) throws Exception {
    Cluster cluster = Database.cluster(folder, words -> {});
    Path data = Files.createDirectories(cluster.home().cluster());
    Path password = Files.writeString(folder.resolve("initial-password"), "tenure");
    cluster.home().account().owner().ifPresent(owner -> Folders.giveTo(owner, data));
    must(
        cluster,
        "",
        "initdb",
        "-D",
        data.toString(),
        "-U",
        "tenure",
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync");
    must(
        cluster,
        "create database tenure;\n",
        "postgres",
        "--single",
        "-D",
        data.toString(),
        "postgres");
    must(
        cluster,
        """
        create table kept (id bigint generated always as identity primary key, name text);
        create sequence positions;
        create view of_kept as select * from kept;
        insert into kept (name) values ('forty-two');
        """,
        "postgres",
        "--single",
        "-D",
        data.toString(),
        "tenure");
  }

  private static void must(Cluster cluster, String input, String program, String... arguments) {
    List<String> command = new java.util.ArrayList<>();
    command.add(cluster.binaries().program(program));
    command.addAll(List.of(arguments));
    Commands.Result result = Commands.run(cluster.home().account().command(command), input);
    assertThat(result.succeeded()).as(result.output()).isTrue();
  }

  private static Database open(Path folder) {
    return Database.open(folder, Ports.free(), ServerSettings.FAST, Redirect.DISCARD, words -> {});
  }

  private static Connection connect(Database db) throws SQLException {
    return DriverManager.getConnection(db.jdbcUrl(), db.user(), db.password());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
