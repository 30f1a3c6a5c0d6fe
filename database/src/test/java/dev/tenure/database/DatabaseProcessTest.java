package dev.tenure.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.database.cluster.PasswordFile;
import dev.tenure.database.cluster.PidFile;
import dev.tenure.database.host.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The role as the stack runs it: a process that is ended in every rude way. */
@Timeout(600)
class DatabaseProcessTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path temporary;

  @SuppressWarnings("NullAway.Init")
  private Path data;

  private final int port = Ports.free();
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void openTheFolder() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    data = temporary.resolve("database");
  }

  @AfterEach
  void endEverything() throws Exception {
    for (var process : started) {
      process.destroy();
      process.waitFor();
    }
    assertThat(role("stop").waitFor()).isZero();
  }

  @Test
  void aTermSignalEndsPostgresWithIt() throws Exception {
    var role = ready();
    var server = postgres();
    role.destroy();
    assertThat(role.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(PidFile.isPostgres(server)).isFalse();
  }

  @Test
  void aKilledRoleLeavesNothingThatBlocksTheNextStart() throws Exception {
    var role = ready();
    write();
    var orphan = postgres();
    role.destroyForcibly().waitFor();
    assertThat(PidFile.isPostgres(orphan)).isTrue();
    ready();
    assertThat(PidFile.isPostgres(orphan)).isFalse();
    assertThat(read()).isEqualTo(42);
  }

  @Test
  void aKilledPostgresEndsTheRoleAndTheDataSurvives() throws Exception {
    var role = ready();
    write();
    postgres().destroyForcibly();
    assertThat(role.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(role.exitValue()).isNotZero();
    ready();
    assertThat(read()).isEqualTo(42);
  }

  @Test
  void aPidFileWithTheNumberOfAnotherProgramDoesNotBlockTheStart() throws Exception {
    ready().destroy();
    started.removeLast().waitFor();
    var stranger = new ProcessBuilder("sleep", "600").start();
    started.add(stranger);
    Files.writeString(data.resolve("pg17/postmaster.pid"), stranger.pid() + "\n/somewhere\n");
    ready();
    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void aBusyPortEndsTheRoleInWords() throws Exception {
    try (var other =
        new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
      assertThat(other.isBound()).isTrue();
      var role = role();
      assertThat(role.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(role.exitValue()).isEqualTo(1);
      assertThat(log()).contains("does not start on port " + port);
    }
  }

  private Process ready() throws Exception {
    var role = role();
    started.add(role);
    var pidFile = PidFile.of(data.resolve("pg17"));
    while (pidFile.server().isEmpty() || !pidFile.saysReady() || !log().contains("is ready on")) {
      assertThat(role.isAlive()).as(log()).isTrue();
      LockSupport.parkNanos(5_000_000);
    }
    return role;
  }

  private Process role(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Database.class.getName()));
    command.addAll(List.of(arguments));
    var log = temporary.resolve("log");
    Files.deleteIfExists(log);
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("TENURE_DB_DATA", data.toString());
    builder.environment().put("TENURE_DB_PORT", Integer.toString(port));
    return builder.start();
  }

  private ProcessHandle postgres() {
    return PidFile.of(data.resolve("pg17")).server().orElseThrow();
  }

  private String log() throws IOException {
    var log = temporary.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private void write() throws SQLException {
    try (var connection =
            DriverManager.getConnection(url(), "tenure", PasswordFile.in(data).read());
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select 42 as answer");
    }
  }

  private int read() throws SQLException {
    try (var connection =
            DriverManager.getConnection(url(), "tenure", PasswordFile.in(data).read());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select answer from kept")) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/tenure";
  }
}
