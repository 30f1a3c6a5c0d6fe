package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import java.util.Map;
import java.util.regex.Pattern;

/** The variables of accounts on OpenContract, the real one's and the sandbox's. */
final class OpenContractVariables {

  /**
   * By name, with an account's name after it: another tool's variables may begin in the same way.
   */
  private static final Pattern NAMES =
      Pattern.compile(
          "OC_(ACCOUNT|(ADDRESS|API_BASE_URL|ASSETS|CALLS_PER_MINUTE|KEY_COMMAND|KEY_FILE"
              + "|MOST_PER_DAY|MOST_PER_PAYMENT|NETWORKS|RPC_URL|WALLETS)(_[A-Z0-9_]+)?)");

  private static final Pattern KEYS = Pattern.compile("OC_KEY_(FILE|COMMAND)(_[A-Z0-9_]+)?");

  private OpenContractVariables() {}

  /** Whether a variable is one of them. */
  static boolean isOne(String name) {
    return NAMES.matcher(name).matches();
  }

  /** Whether a key is named, so that somebody means to pay for real. */
  static boolean nameAKey(Environment env) {
    return env.variables().keySet().stream()
        .anyMatch(name -> KEYS.matcher(name).matches() && env.get(name).isPresent());
  }

  /** Where the real marketplace is. */
  static String url(Environment env) {
    return env.get("OC_API_BASE_URL", "https://api.opencontract.io");
  }

  /** Where the sandbox's is, beside OpenTrain's half of it. */
  static String sandboxUrl(PortPlan ports) {
    return ports.url(Port.OPENCONTRACT) + "/opencontract";
  }

  /**
   * An account at the sandbox, paid from the stack's own wallet. The sandbox tells balances as a
   * node of a chain does; whoever tries it out does not meet the limits by accident.
   */
  static Map<String, String> ofTheSandbox(PortPlan ports, DevelopmentWallet wallet) {
    return Map.of(
        "OC_API_BASE_URL",
        sandboxUrl(ports),
        "OC_RPC_URL",
        ports.url(Port.OPENCONTRACT) + "/sandbox/opencontract/rpc",
        "OC_KEY_FILE",
        wallet.keyFile().toString(),
        "OC_MOST_PER_PAYMENT",
        "1000",
        "OC_MOST_PER_DAY",
        "10000");
  }
}
