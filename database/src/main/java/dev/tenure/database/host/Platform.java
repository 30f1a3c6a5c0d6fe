package dev.tenure.database.host;

import java.util.Locale;

/** The operating system and processor, in the words of the packaged PostgreSQL archives. */
public record Platform(String system, String processor) {

  public static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  public static Platform of(String osName, String osArch) {
    return new Platform(system(osName), processor(osArch));
  }

  public String archive() {
    return "postgres-" + system + "-" + processor + ".txz";
  }

  private static String system(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("linux")) {
      return "linux";
    }
    if (lower.startsWith("mac")) {
      return "darwin";
    }
    throw new DatabaseException(
        "No PostgreSQL is packaged for " + name + "; name a server of your own by TENURE_JDBC_URL");
  }

  private static String processor(String arch) {
    return switch (arch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default ->
          throw new DatabaseException(
              "No PostgreSQL is packaged for the processor "
                  + arch
                  + "; name a server of your own by TENURE_JDBC_URL");
    };
  }
}
