package dev.tenure.cli.network;

/** Asks a service whether it is ready to serve; every failure means no. */
@FunctionalInterface
public interface Probe {
  boolean isReady();

  static Probe http(String url) {
    return new HttpProbe(url);
  }

  static Probe postgres(int port) {
    return new PostgresProbe(port);
  }
}
