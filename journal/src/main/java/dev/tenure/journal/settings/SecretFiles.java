package dev.tenure.journal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Secrets by file: wherever a variable holds a secret, the same name with {@code _FILE} may name a
 * file that holds it instead, so that it stands in no process's environment and in no description
 * of a container. The file is read once, at the start; blanks around its content do not count.
 *
 * <p>{@code TENURE_JDBC_PASSWORD_FILE} alone is read anew for each connection, and may come later
 * than the process: see {@link dev.tenure.journal.store.JournalSettings}.
 */
public final class SecretFiles {

  private static final String FILE = "_FILE";
  private static final String JDBC_PASSWORD = "TENURE_JDBC_PASSWORD";

  private static final Pattern SECRETS =
      Pattern.compile(
          "TENURE_API_KEYS|OT_API_TOKEN(_[A-Z0-9_]+)?|TENURE_SMTP_PASSWORD|TEMPORAL_API_KEY"
              + "|TENURE_REMINDERS_WEBHOOK_SECRET"
              + "|TENURE_REMINDERS_(ESCALATION_)?(SLACK|WEBHOOK)_URL");

  private SecretFiles() {}

  /**
   * The environment with every secret in it, and without the names of their files.
   *
   * @throws IllegalArgumentException with words that name the variable, never a secret, when a file
   *     is missing, unreadable or empty, or the secret is given twice
   */
  public static Map<String, String> resolve(Map<String, String> environment) {
    Map<String, String> all = new TreeMap<>(environment);
    environment.forEach(
        (variable, path) -> {
          if (!variable.endsWith(FILE) || path.isBlank()) {
            return;
          }
          String name = variable.substring(0, variable.length() - FILE.length());
          boolean secret = SECRETS.matcher(name).matches();
          if ((secret || name.equals(JDBC_PASSWORD))
              && !environment.getOrDefault(name, "").isBlank()) {
            throw new IllegalArgumentException(
                "Both %s and %s are set; set one of them.".formatted(name, variable));
          }
          if (secret) {
            all.remove(variable);
            all.put(name, read(variable, path.strip()));
          }
        });
    return all;
  }

  private static String read(String variable, String path) {
    try {
      String text = Files.readString(Path.of(path)).strip();
      if (text.isEmpty()) {
        throw new IllegalArgumentException(
            "%s names a file that is empty; write the secret into it.".formatted(variable));
      }
      return text;
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "%s must be the whole path of a file that this process may read; %s cannot be read: %s."
              .formatted(variable, shown(path), reason(e)),
          e);
    }
  }

  /** Who gives the secret itself for the path must not see it printed. */
  private static String shown(String path) {
    return path.startsWith("/") && path.lines().count() == 1 ? path : "what it holds";
  }

  private static String reason(Exception e) {
    return e instanceof NoSuchFileException ? "it does not exist" : e.getClass().getSimpleName();
  }
}
