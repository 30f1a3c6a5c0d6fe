package dev.tenure.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * How long does a requester wait for {@code POST /v1/hires} and for {@code GET /v1/hires/{id}}? Two
 * stacks (two versions, or two settings) stand side by side and are measured in turns. Requests
 * come at a fixed rate, whatever the answers do, and the hires that they begin run meanwhile.
 *
 * <p>Arguments: requests a second (10), seconds per measurement (20), rounds (3), then per stack
 * {@code label=TENURE_HOME=front address=sandbox address}. The stacks are up ({@code ./tenure up}),
 * each with its own home and ports.
 */
public final class RequestBench {

  private static final Duration WARMING = Duration.ofSeconds(15);

  private RequestBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rate = Integer.parseInt(arguments[0]);
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
    int rounds = Integer.parseInt(arguments[2]);
    List<StackUnderTest> stacks =
        Arrays.stream(arguments).skip(3).map(StackUnderTest::parse).toList();
    for (StackUnderTest stack : stacks) {
      measure(stack, rate, WARMING);
    }
    double[] posts = new double[stacks.size()];
    double[] gets = new double[stacks.size()];
    for (int round = 1; round <= rounds; round++) {
      for (int i = 0; i < stacks.size(); i++) {
        Measured measured = measure(stacks.get(i), rate, time);
        posts[i] += measured.post().p50() / rounds;
        gets[i] += measured.get().p50() / rounds;
        System.out.printf(
            "round %d, %s: POST %s; GET %s%n",
            round, stacks.get(i).label(), measured.post(), measured.get());
      }
    }
    for (int i = 0; i < stacks.size(); i++) {
      System.out.printf(
          Locale.ROOT,
          "%s: p50 of POST %.1f ms (%.2f of the first), of GET %.1f ms (%.2f of the first), %d MiB"
              + " resident in the end%n",
          stacks.get(i).label(),
          posts[i],
          posts[i] / posts[0],
          gets[i],
          gets[i] / gets[0],
          stacks.get(i).mebibytes());
    }
  }

  private record Measured(Load.Result post, Load.Result get) {}

  private static Measured measure(StackUnderTest stack, int rate, Duration time)
      throws IOException, InterruptedException {
    long hires = rate * time.toSeconds() + 1;
    Iterator<String> bodies =
        Client.ids(stack.sandbox().control("/proposals", "{\"count\": %d}".formatted(hires)), "prp")
            .stream()
            .map(proposal -> Plans.of(proposal, 1))
            .iterator();
    String made = stack.front().send("POST", "/v1/hires", bodies.next());
    String read = "/v1/hires/" + Client.ids(made, "hir").getFirst();
    Load.Result post =
        new Load(() -> stack.front().send("POST", "/v1/hires", next(bodies))).open(rate, time);
    Load.Result get = new Load(() -> stack.front().send("GET", read, "")).open(rate, time);
    return new Measured(post, get);
  }

  private static synchronized String next(Iterator<String> bodies) {
    return bodies.next();
  }
}
