package dev.tenure.cli.hire;

import dev.tenure.cli.http.JsonClient.Answer;
import dev.tenure.cli.option.FrontOptions;
import picocli.CommandLine.Parameters;

/** What every command about one hire takes. */
public class HireOptions extends FrontOptions {
  @Parameters(
      index = "0",
      paramLabel = "HIRE",
      description = "The hire: its id, the beginning of it, or its proposal's id.")
  String hire = "";

  /** The hire that was named, as {@link HireLookup#find} finds it. */
  public final Answer find() {
    return new HireLookup(front()).find(hire);
  }
}
