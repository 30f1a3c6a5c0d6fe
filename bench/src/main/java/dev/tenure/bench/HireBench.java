package dev.tenure.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many hires a second does a whole stack carry to their end, and what does one cost? Two stacks
 * (two versions, or two settings) stand side by side and are measured in turns, so that whatever
 * else the machine does falls on both. Processor time, unlike hires a second, can be told on a busy
 * machine.
 *
 * <p>Arguments: hires per round (50), rounds (3), then per stack {@code label=TENURE_HOME=front
 * address=sandbox address}. The stacks are up ({@code ./tenure up}), each with its own home and
 * ports.
 */
public final class HireBench {

  private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);
  private static final String PEOPLE =
      """
      {"approvals":[{"type":"*","decision":"confirm","delayMs":0}],
       "trainer":{"requestPayout":true,"delayMs":0}}
      """;

  private HireBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int hires = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    List<StackUnderTest> stacks =
        Arrays.stream(arguments).skip(2).map(StackUnderTest::parse).toList();
    for (StackUnderTest stack : stacks) {
      stack.sandbox().send("PUT", "/sandbox/people", PEOPLE);
      round(stack, hires / 2);
    }
    double[] perSecond = new double[stacks.size()];
    double[] millis = new double[stacks.size()];
    for (int round = 1; round <= rounds; round++) {
      for (int i = 0; i < stacks.size(); i++) {
        Duration before = stacks.get(i).cpu();
        Duration took = round(stacks.get(i), hires);
        double each = seconds(stacks.get(i).cpu().minus(before)) * 1_000 / hires;
        perSecond[i] += hires / seconds(took) / rounds;
        millis[i] += each / rounds;
        System.out.printf(
            Locale.ROOT,
            "round %d, %s: %.2f hires/s, %.0f ms of processor time each%n",
            round,
            stacks.get(i).label(),
            hires / seconds(took),
            each);
      }
    }
    for (int i = 0; i < stacks.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "%s: %.2f hires/s (%.2f of the first), %.0f ms of processor time each (%.2f of the first),"
              + " %d MiB resident in the end%n",
          stacks.get(i).label(),
          perSecond[i],
          perSecond[i] / perSecond[0],
          millis[i],
          millis[i] / millis[0],
          stacks.get(i).mebibytes());
    }
  }

  /** Asks for so many hires at once and waits until the last has ended. */
  private static Duration round(StackUnderTest stack, int hires)
      throws IOException, InterruptedException {
    List<String> proposals =
        Client.ids(
            stack.sandbox().control("/proposals", "{\"count\": %d}".formatted(hires)), "prp");
    Instant begin = Instant.now();
    List<String> open = new ArrayList<>();
    for (String proposal : proposals) {
      open.add(
          Client.ids(stack.front().send("POST", "/v1/hires", Plans.of(proposal, 3)), "hir")
              .getFirst());
    }
    while (!open.isEmpty()) {
      String hire = open.getLast();
      String shown = stack.front().send("GET", "/v1/hires/" + hire, "");
      if (shown.contains("\"status\":\"ended\"")) {
        open.removeLast();
      } else if (Duration.between(begin, Instant.now()).compareTo(LONGEST_ROUND) > 0) {
        throw new IOException(open.size() + " hires have not ended in time: " + shown);
      } else {
        Thread.sleep(50);
      }
    }
    return Duration.between(begin, Instant.now());
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
