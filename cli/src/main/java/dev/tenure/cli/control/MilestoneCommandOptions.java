package dev.tenure.cli.control;

import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.ConfirmationOptions;
import picocli.CommandLine.Parameters;

/** What all commands about one milestone of a hire have in common. */
final class MilestoneCommandOptions extends HireCommandOptions {
  @Parameters(index = "1", paramLabel = "MILESTONE", description = "The milestone's key.")
  String milestone = "";

  /**
   * @param action below the milestone's address, empty for the milestone itself
   * @param done what to say once it is carried out
   */
  int sendAbout(String method, String action, String done) {
    return send(method, path(action), done);
  }

  /** Asks for the release, after a warning where the work is not delivered. */
  int release(ConfirmationOptions confirmation, String done) {
    return sendIf(
        confirmation,
        hire -> Consequences.ofRelease(hire, milestone),
        "Ask for the release of " + milestone + ", which is not delivered?",
        path("/release"),
        null,
        done);
  }

  private String path(String action) {
    return "/milestones/" + Query.encoded(milestone) + action;
  }
}
