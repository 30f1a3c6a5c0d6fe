package dev.tenure.cli.control;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "change",
    description =
        "Changes the budget, policies, labels or reference of a hire; before there is a contract the"
            + " first milestone, and on OpenContract, before its contract is created, any milestone and"
            + " whom it is awarded to. What is not named stays.")
public final class ChangeCommand implements Callable<Integer> {
  @Mixin HireCommandOptions command = new HireCommandOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "The change as JSON, as PATCH /v1/hires/{id} takes it, or with --milestone PATCH"
              + " /v1/hires/{id}/milestones/{key}; - reads standard input.")
  @Nullable String file;

  @Mixin ChangeRequest request = new ChangeRequest();

  @Option(
      names = "--if-match",
      paramLabel = "TAG",
      description = "Change it only if it still is as this tag says; tenure show names the tag.")
  @Nullable String tag;

  @Override
  public Integer call() {
    var headers = tag == null ? Map.<String, String>of() : Map.of("If-Match", quoted(tag));
    request.check(file, command);
    return command.send(
        "PATCH",
        request.path(),
        hire -> request.body(file, hire, command),
        headers,
        "The hire is changed.");
  }

  /** The quotes are a part of the tag, and shells take them away. */
  private static String quoted(String tag) {
    return tag.equals("*") || tag.startsWith("\"") ? tag : "\"" + tag + "\"";
  }
}
