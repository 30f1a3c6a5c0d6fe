package dev.tenure.cli.option;

import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontAddress;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.http.JsonClient.Answer;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.http.UnreachableException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every everyday command takes: which front, and how the answer is printed. */
public class FrontOptions extends OutputOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The front; else TENURE_URL, else the stack of this TENURE_HOME.")
  @Nullable String url;

  private @Nullable FrontClient client;

  public final FrontClient front() {
    if (client == null) {
      client = new FrontClient(FrontAddress.of(env, url), new ProxyVariables(env));
    }
    return client;
  }

  /** Whether the front was named, and so may be on another machine. */
  public final boolean remote() {
    return url != null || env.get("TENURE_URL").isPresent();
  }

  /**
   * Sends a command that is carried out once, however often it is repeated with its key. Where it
   * may have been carried out although nobody answered, the user is told how to repeat it.
   *
   * @param key as the user named it; made up where there is none
   */
  public final Answer sendOnce(
      @Nullable String key,
      String method,
      String path,
      byte @Nullable [] body,
      Map<String, String> headers) {
    var once = key == null ? "cli-" + UUID.randomUUID() : key;
    var all = new TreeMap<>(headers);
    all.put("Idempotency-Key", once);
    try {
      return front().send(method, path, body, all);
    } catch (Refused e) {
      var notSent = e instanceof UnreachableException away && !away.mayHaveArrived();
      if (e.exitCode() == ExitCode.UNAVAILABLE && !notSent && !e.words().contains(once)) {
        say("To repeat it safely, add: --idempotency-key " + once);
      }
      throw e;
    }
  }
}
