package dev.tenure.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Is the sandbox as fast with ten thousand contracts as with ten? Prints its throughput and the
 * processor time of a request in both worlds, how it keeps up with 500 requests a second, and the
 * memory that it took. The processor time, unlike the rest, can be told on a busy machine.
 *
 * <p>Arguments: the contracts of the full world (10000), seconds per measurement (15), and requests
 * a second at the steady rate (500; 0 leaves it out).
 */
public final class SandboxBench {
  private static final int EMPTY = 10;
  private static final int RATE = 500;
  private static final int CALLERS = 8;
  private static final int WORKING_SET = 1_000;

  private SandboxBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int full = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    Duration time = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 15);
    int rate = arguments.length > 2 ? Integer.parseInt(arguments[2]) : RATE;
    double empty = measure(EMPTY, time, rate);
    double crowded = measure(full, time, rate);
    System.out.println(
        String.format(Locale.ROOT, "full world / empty world: %.2f", crowded / empty));
  }

  private static double measure(int contracts, Duration time, int rate)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("sandbox-bench");
    try (SandboxProcess sandbox = new SandboxProcess(folder)) {
      Client client = new Client(sandbox.url());
      Mix mix = populate(client, contracts);
      new Load(mix).closed(CALLERS, Duration.ofSeconds(5)); // Lets the compiler settle.
      Duration before = sandbox.cpu();
      Load.Result most = new Load(mix).closed(CALLERS, time);
      double cpu = sandbox.cpu().minus(before).toNanos() / 1e6 / most.count();
      System.out.printf(
          Locale.ROOT,
          "%d contracts, %d callers at once: %s, %.2f ms of processor time each%n",
          contracts,
          CALLERS,
          most,
          cpu);
      if (rate > 0) {
        Load.Result steady = new Load(mix).open(rate, time);
        System.out.printf("%d contracts, %d a second: %s%n", contracts, rate, steady);
      }
      System.out.printf(
          "%d contracts: at most %d MiB resident%n", contracts, sandbox.peakMebibytes());
      return cpu;
    }
  }

  /** Hires them in the app; the feed is read from its end on, as an engine would. */
  private static Mix populate(Client client, int contracts)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    List<String> proposals =
        Client.ids(
            client.control(
                "/proposals", "{\"count\": %d, \"announce\": true}".formatted(contracts)),
            "prp");
    List<String> hired = new ArrayList<>();
    List<String> milestones = new ArrayList<>();
    String terms = "{\"milestone\": {\"name\": \"Batch 1\", \"amount\": 10}}";
    for (String proposal : proposals) {
      String contract = client.control("/proposals/" + proposal + "/hire", terms);
      hired.add(Client.ids(contract, "ctr").getFirst());
      milestones.add(Client.ids(contract, "mst").getFirst());
    }
    System.out.println(
        "%d contracts made in %d s"
            .formatted(contracts, (System.nanoTime() - begin) / 1_000_000_000));
    return new Mix(client, some(hired), some(milestones), some(proposals), lastEvent(client));
  }

  /** Evenly from the whole list, so that a full world is read all over and not at one end. */
  private static List<String> some(List<String> all) {
    int step = Math.max(1, all.size() / WORKING_SET);
    List<String> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += step) {
      some.add(all.get(i));
    }
    return some;
  }

  private static String lastEvent(Client client) throws IOException, InterruptedException {
    String cursor = "0";
    while (true) {
      String page = client.get("/updates?limit=200&cursor=" + cursor);
      cursor = page.replaceFirst("(?s).*\"nextCursor\":\"(\\d+)\".*", "$1");
      if (page.contains("\"hasMore\":false")) {
        return cursor;
      }
    }
  }
}
