package dev.tenure.cli.stack;

import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment of each role. Only the worker is told the marketplace's token, where the key of
 * OpenContract's address is, and the ways to people, which are secrets as well.
 */
record RoleEnvironment(StackPlan plan) {

  /** Nobody limits its calls, and whoever tries it out does not want to wait. */
  private static final String SWEEP_OF_THE_SANDBOX = "PT2S";

  /** By name: another tool's variables may begin in the same way. */
  private static final Set<String> OPENCONTRACT =
      Set.of(
          "OC_ADDRESS",
          "OC_API_BASE_URL",
          "OC_ASSETS",
          "OC_KEY_COMMAND",
          "OC_KEY_FILE",
          "OC_MOST_PER_DAY",
          "OC_MOST_PER_PAYMENT",
          "OC_NETWORKS",
          "OC_WALLETS");

  static RoleEnvironment of(StackPlan plan) {
    return new RoleEnvironment(plan);
  }

  Map<String, String> api() {
    var all = engine();
    all.put("TENURE_API_HOST", plan.ports().host(Port.API));
    all.put("TENURE_API_PORT", port(Port.API));
    all.putIfAbsent("TENURE_TEMPORAL_UI_URL", plan.ports().url(Port.TEMPORAL_UI));
    return all;
  }

  Map<String, String> worker() {
    var all = engine();
    all.put("TENURE_WORKER_HOST", plan.ports().host(Port.WORKER));
    all.put("TENURE_WORKER_PORT", port(Port.WORKER));
    all.put("OT_API_BASE_URL", plan.marketplace().url());
    all.put("OT_API_TOKEN", plan.marketplace().token());
    if (plan.marketplace().sandbox()) {
      all.putIfAbsent("TENURE_SWEEP_INTERVAL", SWEEP_OF_THE_SANDBOX);
    }
    plan.env().variables().forEach((name, value) -> furtherAccount(all, name, value));
    plan.env().variables().forEach((name, value) -> wayToPeople(all, name, value));
    if (!plan.marketplace().sandbox()) {
      plan.env().variables().forEach((name, value) -> openContract(all, name, value));
    }
    return all;
  }

  /** The worker alone signs; beside the sandbox nothing real is paid. */
  private static void openContract(Map<String, String> all, String name, String value) {
    if (OPENCONTRACT.contains(name)) {
      all.put(name, value);
    }
  }

  private static void wayToPeople(Map<String, String> all, String name, String value) {
    if (leadsToPeople(name)) {
      all.put(name, value);
    }
  }

  private static boolean leadsToPeople(String name) {
    return name.startsWith("TENURE_REMINDERS") || name.startsWith("TENURE_SMTP_");
  }

  /** Those that {@code TENURE_ACCOUNTS} names have their tokens and addresses in such variables. */
  private static void furtherAccount(Map<String, String> all, String name, String value) {
    if (name.startsWith("OT_API_TOKEN_") || name.startsWith("OT_API_BASE_URL_")) {
      all.put(name, value);
    }
  }

  Map<String, String> sandbox() {
    var all = inherited();
    all.put("SANDBOX_HOST", PortPlan.LOOPBACK);
    all.put("SANDBOX_PORT", port(Port.SANDBOX));
    all.put("SANDBOX_DATA", plan.home().data("sandbox").toString());
    all.putIfAbsent("SANDBOX_PUBLIC_URL", plan.ports().url(Port.SANDBOX));
    return all;
  }

  Map<String, String> database() {
    var all = inherited();
    all.put("TENURE_DB_PORT", port(Port.DATABASE));
    all.put("TENURE_DB_DATA", plan.home().data("database").toString());
    return all;
  }

  Map<String, String> temporal() {
    return inherited();
  }

  private Map<String, String> engine() {
    var all = inherited();
    all.putIfAbsent("TEMPORAL_ADDRESS", PortPlan.LOOPBACK + ":" + plan.ports().of(Port.TEMPORAL));
    all.putIfAbsent("TEMPORAL_NAMESPACE", "default");
    if (plan.ownsDatabase()) {
      all.put(
          "TENURE_JDBC_URL",
          "jdbc:postgresql://"
              + PortPlan.LOOPBACK
              + ":"
              + plan.ports().of(Port.DATABASE)
              + "/tenure");
      all.put("TENURE_JDBC_USER", "tenure");
      all.put(
          "TENURE_JDBC_PASSWORD_FILE", plan.home().data("database").resolve("password").toString());
    }
    return all;
  }

  private Map<String, String> inherited() {
    var all = new TreeMap<>(plan.env().variables());
    all.keySet()
        .removeIf(
            name -> name.startsWith("OT_") || OPENCONTRACT.contains(name) || leadsToPeople(name));
    all.put("TENURE_HOME", plan.home().folder().toString());
    return all;
  }

  private String port(Port port) {
    return Integer.toString(plan.ports().of(port));
  }
}
