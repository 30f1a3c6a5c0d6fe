package dev.tenure.database.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who runs PostgreSQL. It refuses to run as root, so root hands it to an unprivileged user.
 *
 * @param name in words, for messages
 * @param prefix the command that switches to the account; empty for ourselves
 * @param owner the user that must own the data, empty when nothing has to change hands
 */
public record OsAccount(String name, List<String> prefix, Optional<String> owner) {
  private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

  /** The user who runs this JVM. */
  public static OsAccount ourselves() {
    return new OsAccount("the current user", List.of(), Optional.empty());
  }

  /** The first unprivileged user of this machine that root can switch to and that reaches all. */
  public static Optional<OsAccount> unprivileged(List<Path> folders) {
    return UNPRIVILEGED.stream()
        .flatMap(user -> switches(user).stream())
        .filter(account -> account.works() && account.reaches(folders))
        .findFirst();
  }

  /** Root outside, nobody inside: needs no folder to be opened up, but a kernel that allows it. */
  public static Optional<OsAccount> namespaced() {
    var account =
        new OsAccount("root in a namespace", List.of("unshare", "-U", "--"), Optional.of("root"));
    return Optional.of(account).filter(OsAccount::works);
  }

  public List<String> command(List<String> command) {
    var all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  public boolean reaches(List<Path> folders) {
    return folders.stream()
        .allMatch(
            folder -> Commands.run(command(List.of("test", "-x", folder.toString()))).succeeded());
  }

  private boolean works() {
    return Commands.run(command(List.of("true"))).succeeded();
  }

  private static List<OsAccount> switches(String user) {
    var shell = "exec \"$0\" \"$@\"";
    return List.of(
        switchedBy(
            user,
            List.of("setpriv", "--reuid", user, "--regid", group(user), "--clear-groups", "--")),
        switchedBy(user, List.of("runuser", "-u", user, "--")),
        switchedBy(user, List.of("su", "-s", "/bin/sh", user, "-c", shell, "--")));
  }

  private static OsAccount switchedBy(String user, List<String> prefix) {
    return new OsAccount("the user " + user, prefix, Optional.of(user));
  }

  private static String group(String user) {
    return Commands.run(List.of("id", "-g", user)).output();
  }
}
