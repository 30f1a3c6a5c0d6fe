package dev.tenure.cli.stack;

import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The environment of each role. Only the worker is told the marketplace's token, where the key of
 * OpenContract's address is, and the ways to people, which are secrets as well; only the api its
 * keys; only these two the database's password and how Temporal is reached.
 */
record RoleEnvironment(StackPlan plan) {

  /** Nobody limits its calls, and whoever tries it out does not want to wait. */
  private static final String SWEEP_OF_THE_SANDBOX = "PT2S";

  Map<String, String> api() {
    var all = engine();
    all.put("TENURE_API_HOST", plan.ports().host(Port.API));
    all.put("TENURE_API_PORT", port(Port.API));
    all.putAll(only(RoleEnvironment::ofTheApi));
    if (plan.ownsTemporal()) {
      all.putIfAbsent("TENURE_TEMPORAL_UI_URL", plan.ports().url(Port.TEMPORAL_UI));
    }
    return all;
  }

  Map<String, String> worker() {
    var all = engine();
    all.put("TENURE_WORKER_HOST", plan.ports().host(Port.WORKER));
    all.put("TENURE_WORKER_PORT", port(Port.WORKER));
    all.putIfAbsent("TENURE_PUBLIC_URL", plan.ports().url(Port.API));
    if (plan.marketplace().kind() != Marketplace.Kind.OPENCONTRACT) {
      all.put("OT_API_BASE_URL", plan.marketplace().url());
    }
    var token = plan.marketplace().token();
    if (token != null) {
      all.put("OT_API_TOKEN", token);
    }
    all.putAll(only(name -> isOfFurtherAccount(name) || leadsToPeople(name)));
    if (plan.marketplace().sandbox()) {
      // Beside the sandbox nothing real is paid, whatever else the variables say.
      all.putIfAbsent("TENURE_SWEEP_INTERVAL", SWEEP_OF_THE_SANDBOX);
      all.putAll(OpenContractVariables.ofTheSandbox(plan.ports(), plan.wallet()));
    } else {
      all.putAll(only(OpenContractVariables::isOne));
    }
    return all;
  }

  private Map<String, String> only(Predicate<String> names) {
    return plan.env().only(names).variables();
  }

  private static boolean ofTheApi(String name) {
    return name.startsWith("TENURE_API_KEY");
  }

  private static boolean leadsToPeople(String name) {
    return name.startsWith("TENURE_REMINDERS") || name.startsWith("TENURE_SMTP_");
  }

  /** Those that {@code TENURE_ACCOUNTS} names have their tokens and addresses in such variables. */
  private static boolean isOfFurtherAccount(String name) {
    return name.startsWith("OT_API_TOKEN_") || name.startsWith("OT_API_BASE_URL_");
  }

  Map<String, String> sandbox() {
    var all = inherited();
    all.put("SANDBOX_HOST", PortPlan.LOOPBACK);
    all.put("SANDBOX_PORT", port(Port.SANDBOX));
    all.put("SANDBOX_OPENCONTRACT_PORT", port(Port.OPENCONTRACT));
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

  /**
   * Adds what {@code TENURE_<ROLE>_JVM_OPTIONS} says. Of all places for options the JVM heeds only
   * {@code _JAVA_OPTIONS} after its command line, so that they win over the role's own.
   */
  Map<String, String> withJvmOptions(String role, Map<String, String> environment) {
    var all = new TreeMap<>(environment);
    plan.env()
        .get("TENURE_" + role.toUpperCase(Locale.ROOT) + "_JVM_OPTIONS")
        .ifPresent(options -> all.merge("_JAVA_OPTIONS", options, (one, more) -> one + " " + more));
    return all;
  }

  private Map<String, String> engine() {
    var all = inherited();
    all.putAll(
        new TemporalVariables(plan.env())
            .forTheEngine(PortPlan.LOOPBACK + ":" + plan.ports().of(Port.TEMPORAL)));
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
    } else {
      all.putAll(only(RoleEnvironment::password));
    }
    return all;
  }

  private Map<String, String> inherited() {
    var kept =
        plan.env()
            .without(
                name ->
                    Marketplace.isVariable(name)
                        || leadsToPeople(name)
                        || ofTheApi(name)
                        || password(name)
                        || TemporalVariables.isOne(name));
    var all = new TreeMap<>(kept.variables());
    all.put("TENURE_HOME", plan.home().folder().toString());
    return all;
  }

  private static boolean password(String name) {
    return name.startsWith("TENURE_JDBC_PASSWORD");
  }

  private String port(Port port) {
    return Integer.toString(plan.ports().of(port));
  }
}
