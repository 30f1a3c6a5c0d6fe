package dev.tenure.cli.option;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.cli.environment.Refused;
import java.util.ArrayList;
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
      description = "OpenContract: how long people have for an approval, e.g. 3d.",
      converter = LengthOfTime.Reader.class)
  @Nullable LengthOfTime approvalWindow;

  @Option(
      names = "--review-margin",
      paramLabel = "TIME",
      description =
          "OpenContract: how long before the review deadline the last decision is made, e.g. 1h.",
      converter = LengthOfTime.Reader.class)
  @Nullable LengthOfTime reviewMargin;

  /** The flags that were given. */
  public List<String> given() {
    var flags = new ArrayList<String>();
    add(flags, worker != null, "--worker");
    add(flags, tender, "--tender");
    add(flags, !nextWorkers.isEmpty(), "--next-worker");
    add(flags, onWorkerLost != null, "--on-worker-lost");
    add(flags, onSilence != null, "--on-silence");
    add(flags, approvalWindow != null, "--approval-window");
    add(flags, reviewMargin != null, "--review-margin");
    return flags;
  }

  static void add(List<String> flags, boolean given, String flag) {
    if (given) {
      flags.add(flag);
    }
  }

  /**
   * As the API takes it.
   *
   * @param block of a new hire, or of a change, where a tender takes a Worker away
   */
  public void into(ObjectNode block, boolean change) {
    if (worker != null && tender) {
      throw Refused.usage("Award to a --worker or make an open --tender, not both");
    }
    if (worker != null) {
      block.put("worker", worker);
    } else if (tender && change) {
      block.putNull("worker");
    }
    if (!nextWorkers.isEmpty()) {
      nextWorkers.forEach(block.putArray("nextWorkers")::add);
    }
    if (onWorkerLost != null) {
      block.put("onWorkerLost", onWorkerLost);
    }
    if (onSilence != null) {
      block.put("onSilence", onSilence);
    }
    if (approvalWindow != null) {
      block.put("approvalWindow", approvalWindow.iso());
    }
    if (reviewMargin != null) {
      block.put("reviewMargin", reviewMargin.iso());
    }
  }
}
