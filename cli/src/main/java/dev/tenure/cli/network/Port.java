package dev.tenure.cli.network;

/** The ports of a stack, each at its own distance from the base. */
public enum Port {
  API(0, "the api"),
  TEMPORAL(1, "the Temporal server"),
  TEMPORAL_UI(2, "Temporal's Web UI"),
  SANDBOX(3, "the sandbox"),
  DATABASE(4, "PostgreSQL"),
  WORKER(5, "the worker's health and metrics"),
  TEMPORAL_METRICS(6, "Temporal's metrics"),
  TEMPORAL_HTTP(7, "Temporal's HTTP API"),
  OPENCONTRACT(8, "the sandbox's OpenContract");

  private final int distance;
  private final String use;

  Port(int distance, String use) {
    this.distance = distance;
    this.use = use;
  }

  public int distance() {
    return distance;
  }

  String use() {
    return use;
  }
}
