package dev.tenure.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * What do hires cost that wait for people, as nearly all do nearly always? Begins as many as it is
 * told, lets nobody answer, and tells how fast they are accepted, when the last of them waits, what
 * memory the whole stack holds then, how much of a core it uses while nothing happens, and how long
 * a requester waits for {@code POST} and {@code GET} with them in place.
 *
 * <p>Arguments: hires (10000), the rate of the requests afterwards (20), and one stack, {@code
 * label=TENURE_HOME=front address=sandbox address}, that is up ({@code ./tenure up}).
 */
public final class WaitingBench {

  private static final int CALLERS = 8;
  private static final int PROPOSALS_AT_ONCE = 10_000;
  private static final Duration LONGEST_START = Duration.ofHours(1);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration MEASURED = Duration.ofSeconds(30);
  private static final String NOBODY =
      """
      {"approvals": [{"type": "*", "decision": "ignore"}]}
      """;

  private WaitingBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int hires = Integer.parseInt(arguments[0]);
    int rate = Integer.parseInt(arguments[1]);
    StackUnderTest stack = StackUnderTest.parse(arguments[2]);
    stack.sandbox().send("PUT", "/sandbox/people", NOBODY);
    System.out.printf(Locale.ROOT, "before: %d MiB resident%n", stack.mebibytes());

    Instant begin = Instant.now();
    Duration begun = stack.cpu();
    Queue<String> made = new ConcurrentLinkedQueue<>();
    Iterator<String> proposals = proposals(stack, hires).iterator();
    Load.Result accepted =
        new Load(() -> made.add(post(stack, next(proposals)))).count(CALLERS, hires);
    System.out.printf(Locale.ROOT, "accepted: %s%n", accepted);
    awaitApprovals(stack, made, begin);
    Duration took = Duration.between(begin, Instant.now());
    System.out.printf(
        Locale.ROOT,
        "all wait after %.0f s: %.1f hires/s, %.0f ms of processor time each%n",
        seconds(took),
        hires / seconds(took),
        seconds(stack.cpu().minus(begun)) * 1_000 / hires);

    Duration used = stack.cpu();
    Thread.sleep(IDLE);
    System.out.printf(
        Locale.ROOT,
        "idle: %.1f %% of a core, %d MiB resident%n",
        100 * seconds(stack.cpu().minus(used)) / seconds(IDLE),
        stack.mebibytes());

    Iterator<String> more = proposals(stack, rate * (int) MEASURED.toSeconds()).iterator();
    System.out.printf(
        Locale.ROOT, "POST: %s%n", new Load(() -> post(stack, next(more))).open(rate, MEASURED));
    List<String> ids = new ArrayList<>(made);
    Iterator<String> read =
        Stream.iterate(0, i -> (i + 7_919) % ids.size()).map(ids::get).iterator();
    System.out.printf(
        Locale.ROOT,
        "GET: %s%n",
        new Load(() -> stack.front().send("GET", "/v1/hires/" + next(read), ""))
            .closed(CALLERS, MEASURED));
  }

  private static List<String> proposals(StackUnderTest stack, int count)
      throws IOException, InterruptedException {
    List<String> proposals = new ArrayList<>();
    for (int left = count; left > 0; left -= PROPOSALS_AT_ONCE) {
      proposals.addAll(
          Client.ids(
              stack
                  .sandbox()
                  .control(
                      "/proposals",
                      "{\"count\": %d, \"announce\": false}"
                          .formatted(Math.min(left, PROPOSALS_AT_ONCE))),
              "prp"));
    }
    return proposals;
  }

  private static String post(StackUnderTest stack, String proposal)
      throws IOException, InterruptedException {
    return Client.ids(stack.front().send("POST", "/v1/hires", Plans.of(proposal, 1)), "hir")
        .getFirst();
  }

  private static synchronized String next(Iterator<String> all) {
    return all.next();
  }

  /** The last that was made is asked about first, since it waits last. */
  private static void awaitApprovals(StackUnderTest stack, Queue<String> made, Instant begin)
      throws IOException, InterruptedException {
    List<String> open = new ArrayList<>(made);
    while (!open.isEmpty()) {
      String shown = stack.front().send("GET", "/v1/hires/" + open.getLast(), "");
      if (shown.contains("\"status\":\"awaiting_approval\"")) {
        open.removeLast();
      } else if (Duration.between(begin, Instant.now()).compareTo(LONGEST_START) > 0) {
        throw new IOException(open.size() + " hires do not wait for an approval: " + shown);
      } else {
        Thread.sleep(50);
      }
    }
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
