package dev.tenure.database.cluster;

import dev.tenure.database.host.Binaries;
import dev.tenure.database.host.Commands;
import dev.tenure.database.host.DataHome;
import dev.tenure.database.host.DatabaseException;
import dev.tenure.database.host.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data folder of PostgreSQL with our role and our database in it.
 *
 * @param password where the application's password is kept
 */
public record Cluster(DataHome home, Binaries binaries, PasswordFile password) {
  public static final String NAME = "tenure";

  /** Makes the data folder when there is none; a half-made one is thrown away first. */
  public void prepare(ServerSettings settings) {
    if (!Files.isDirectory(home.cluster())) {
      create(settings);
    }
    refuseOtherVersion();
    home.account().owner().ifPresent(owner -> Folders.giveTo(owner, home.cluster()));
    if (!password.exists()) {
      secure();
    }
  }

  /**
   * Takes a data folder of earlier days, or one whose file is lost. The file comes last: without it
   * everything is said again at the next start.
   */
  private void secure() {
    String random = PasswordFile.random();
    say(home.cluster(), "postgres", Roles.inTheCluster(random));
    say(home.cluster(), NAME, Roles.inTheDatabase());
    password.write(random);
  }

  public List<String> serverCommand(int port, ServerSettings settings) {
    var fixed =
        List.of(
            binaries.program("postgres"),
            "-D",
            home.cluster().toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=");
    return home.account()
        .command(Stream.concat(fixed.stream(), settings.arguments().stream()).toList());
  }

  public List<String> stopCommand() {
    return home.account()
        .command(
            List.of(
                binaries.program("pg_ctl"),
                "-D",
                home.cluster().toString(),
                "-m",
                "fast",
                "-w",
                "-t",
                "30",
                "stop"));
  }

  private void create(ServerSettings settings) {
    var fresh = home.cluster().resolveSibling("pg17.new");
    // The superuser's own, which initdb insists on; it is taken away before anybody can log in.
    var initial = home.folder().resolve("initial-password");
    try {
      Folders.delete(fresh);
      Files.createDirectories(fresh);
      Files.writeString(initial, PasswordFile.random());
      home.account().owner().ifPresent(owner -> Folders.giveTo(owner, fresh));
      home.account().owner().ifPresent(owner -> Folders.giveTo(owner, initial));
      must(initCommand(fresh, initial, settings), "");
      String random = PasswordFile.random();
      say(fresh, "postgres", Roles.inANewCluster(random));
      password.write(random);
      Files.move(fresh, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
      Files.delete(initial);
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder " + home.cluster() + " cannot be made", e);
    }
  }

  private List<String> initCommand(Path folder, Path password, ServerSettings settings) {
    return List.of(
        binaries.program("initdb"),
        "-D",
        folder.toString(),
        "-U",
        Roles.SUPERUSER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
        settings.durable() ? "--sync-method=fsync" : "--no-sync");
  }

  /** Statements to a server without a port; each of them must succeed. */
  private void say(Path folder, String database, List<String> statements) {
    // -j: a statement ends at a semicolon and an empty line; exit_on_error: the first failure ends
    // it.
    var command =
        List.of(
            binaries.program("postgres"),
            "--single",
            "-j",
            "-c",
            "exit_on_error=on",
            "-c",
            "log_statement=none",
            "-c",
            "log_min_error_statement=panic",
            "-D",
            folder.toString(),
            database);
    must(command, String.join("\n", statements) + "\n");
  }

  private void must(List<String> command, String input) {
    var result = Commands.run(home.account().command(command), input);
    if (!result.succeeded()) {
      throw new DatabaseException(command.getFirst() + " failed:\n" + result.output());
    }
  }

  private void refuseOtherVersion() {
    try {
      var major = Files.readString(home.cluster().resolve("PG_VERSION")).strip();
      if (!major.equals("17")) {
        throw new DatabaseException(
            home.cluster()
                + " was written by PostgreSQL "
                + major
                + "; this is "
                + Binaries.VERSION);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(home.cluster() + " is not a PostgreSQL data folder", e);
    }
  }
}
