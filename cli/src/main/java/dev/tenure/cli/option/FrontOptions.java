package dev.tenure.cli.option;

import dev.tenure.cli.front.FrontAddress;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.http.ProxyVariables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every everyday command takes: which front, and how the answer is printed. */
public class FrontOptions extends OutputOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The front; else TENURE_URL, else the stack of this TENURE_HOME.")
  @Nullable String url;

  public final FrontClient front() {
    return new FrontClient(FrontAddress.of(env, url), new ProxyVariables(env));
  }

  /** Whether the front was named, and so may be on another machine. */
  public final boolean remote() {
    return url != null || env.get("TENURE_URL").isPresent();
  }
}
