package dev.tenure.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A data folder of PostgreSQL with our role and our database in it. */
record Cluster(Home home, Binaries binaries) {
  static final String NAME = "tenure";

  /** Makes the data folder when there is none; a half-made one is thrown away first. */
  void prepare(Settings settings) {
    if (!Files.isDirectory(home.cluster())) {
      create(settings);
    }
    refuseOtherVersion();
    home.account().owner().ifPresent(owner -> Folders.giveTo(owner, home.cluster()));
  }

  List<String> serverCommand(int port, Settings settings) {
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

  List<String> stopCommand() {
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

  private void create(Settings settings) {
    var fresh = home.cluster().resolveSibling("pg17.new");
    var password = home.folder().resolve("initial-password");
    try {
      Folders.delete(fresh);
      Files.createDirectories(fresh);
      Files.writeString(password, NAME);
      home.account().owner().ifPresent(owner -> Folders.giveTo(owner, fresh));
      must(initCommand(fresh, password, settings), "");
      must(singleUserCommand(fresh), "create database " + NAME + ";\n");
      Files.move(fresh, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
      Files.delete(password);
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder " + home.cluster() + " cannot be made", e);
    }
  }

  private List<String> initCommand(Path folder, Path password, Settings settings) {
    return List.of(
        binaries.program("initdb"),
        "-D",
        folder.toString(),
        "-U",
        NAME,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
        settings.durable() ? "--sync-method=fsync" : "--no-sync");
  }

  private List<String> singleUserCommand(Path folder) {
    return List.of(binaries.program("postgres"), "--single", "-D", folder.toString(), "postgres");
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
