package dev.tenure.cli.control;

import dev.tenure.cli.http.Query;
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
    return send(method, "/milestones/" + Query.encoded(milestone) + action, done);
  }
}
