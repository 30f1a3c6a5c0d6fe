package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import org.jspecify.annotations.Nullable;

/**
 * The marketplace that a stack drives.
 *
 * @param url its origin, without a path
 * @param token the account's token; null where only the worker reads it, from its file
 * @param sandbox whether it is the one that the stack itself runs
 */
public record Marketplace(String url, @Nullable String token, boolean sandbox) {
  public static final String SANDBOX_TOKEN = "ot_pat_sandbox_owner";

  public static Marketplace of(Environment env, PortPlan ports) {
    var url = env.get("OT_API_BASE_URL");
    var token = env.get("OT_API_TOKEN");
    var known = token.isPresent() || env.get("OT_API_TOKEN_FILE").isPresent();
    if (url.isPresent() != known) {
      throw new Refused(
          "Of OT_API_BASE_URL and OT_API_TOKEN (or OT_API_TOKEN_FILE) only one is set. Set both for the real marketplace,"
              + " or neither for the sandbox");
    }
    return url.map(origin -> new Marketplace(origin, token.orElse(null), false))
        .orElseGet(() -> new Marketplace(ports.url(Port.SANDBOX), SANDBOX_TOKEN, true));
  }

  @Override
  public String toString() {
    return url;
  }
}
