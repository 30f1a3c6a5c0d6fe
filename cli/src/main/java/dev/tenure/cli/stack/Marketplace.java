package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import org.jspecify.annotations.Nullable;

/**
 * The marketplace that a stack drives.
 *
 * @param url its origin
 * @param token the account's token; null where only the worker reads it, from its file, or where
 *     there is none
 */
public record Marketplace(String url, @Nullable String token, Kind kind) {
  public static final String SANDBOX_TOKEN = "ot_pat_sandbox_owner";

  /** Which one it is. */
  public enum Kind {
    /** The one that the stack itself runs: both marketplaces, with play money. */
    SANDBOX,
    /** The real OpenTrain, perhaps with accounts of the real OpenContract beside it. */
    OPENTRAIN,
    /** The real OpenContract alone. */
    OPENCONTRACT
  }

  /**
   * The one that the variables name.
   *
   * @throws Refused when only half of it is named
   */
  public static Marketplace of(Environment env, PortPlan ports) {
    var url = env.get("OT_API_BASE_URL");
    var token = env.get("OT_API_TOKEN");
    var known = token.isPresent() || env.get("OT_API_TOKEN_FILE").isPresent();
    if (url.isPresent() != known) {
      throw new Refused(
          "Of OT_API_BASE_URL and OT_API_TOKEN (or OT_API_TOKEN_FILE) only one is set. Set both for the real marketplace,"
              + " or neither for the sandbox");
    }
    if (url.isPresent()) {
      return new Marketplace(url.get(), token.orElse(null), Kind.OPENTRAIN);
    }
    return OpenContractVariables.nameAKey(env)
        ? new Marketplace(OpenContractVariables.url(env), null, Kind.OPENCONTRACT)
        : new Marketplace(ports.url(Port.SANDBOX), SANDBOX_TOKEN, Kind.SANDBOX);
  }

  /** Whether a variable names a marketplace, an account there, or what pays for it. */
  public static boolean isVariable(String name) {
    return name.startsWith("OT_") || OpenContractVariables.isOne(name);
  }

  /** Whether it is the one that the stack itself runs. */
  public boolean sandbox() {
    return kind == Kind.SANDBOX;
  }

  @Override
  public String toString() {
    return url;
  }
}
