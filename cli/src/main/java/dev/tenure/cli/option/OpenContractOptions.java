package dev.tenure.cli.option;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.cli.environment.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What only OpenContract needs to know of a hire. */
public final class OpenContractOptions {
  @Option(
      names = "--worker",
      paramLabel = "ADDRESS",
      description = "OpenContract: the Worker to award to; else an open tender.")
  @Nullable String worker;

  @Option(
      names = "--tender",
      description = "OpenContract: an open tender, which whoever accepts first takes.")
  boolean tender;

  @Option(
      names = "--next-worker",
      paramLabel = "ADDRESS",
      description =
          "OpenContract: whom to award to once a Worker is lost; may be given several times, in"
              + " order. With --on-worker-lost next_worker.")
  List<String> nextWorkers = List.of();

  @Option(
      names = "--on-worker-lost",
      paramLabel = "POLICY",
      description = "OpenContract: hold, next_worker or close.")
  @Nullable String onWorkerLost;

  @Option(
      names = "--on-silence",
      paramLabel = "POLICY",
      description =
          "OpenContract: what becomes of a delivery that nobody judges: let_pay or dispute.")
  @Nullable String onSilence;

  @Option(
      names = "--approval-window",
      paramLabel = "TIME",
      description = "OpenContract: how long people have for an approval, e.g. 3d.")
  @Nullable LengthOfTime approvalWindow;

  @Option(
      names = "--review-margin",
      paramLabel = "TIME",
      description =
          "OpenContract: how long before the review deadline the last decision is made, e.g. 1h.")
  @Nullable LengthOfTime reviewMargin;

  /**
   * As the API takes it.
   *
   * @param block of a new hire, or of a change, where a tender takes a Worker away
   */
  public void into(ObjectNode block, boolean change) {
    if (worker != null && tender) {
      throw Refused.usage("Award to a --worker or make an open --tender, not both");
    }
    RequestBody.put(block, "worker", worker);
    if (tender && change) {
      block.putNull("worker");
    }
    if (!nextWorkers.isEmpty()) {
      nextWorkers.forEach(block.putArray("nextWorkers")::add);
    }
    RequestBody.put(block, "onWorkerLost", onWorkerLost);
    RequestBody.put(block, "onSilence", onSilence);
    RequestBody.put(block, "approvalWindow", approvalWindow);
    RequestBody.put(block, "reviewMargin", reviewMargin);
  }
}
