package dev.tenure.cli.temporal;

import java.util.Locale;

/** This machine in the words of Temporal's release archives. */
record Machine(String system, String processor) {

  static Machine current() {
    var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var arch = System.getProperty("os.arch", "");
    return new Machine(
        name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux",
        arch.equals("aarch64") || arch.equals("arm64") ? "arm64" : "amd64");
  }
}
