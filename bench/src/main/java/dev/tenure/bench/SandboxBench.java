package dev.tenure.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Is the sandbox as fast with ten thousand contracts as with ten, and as fast as another build of
 * it? Two processes stand side by side, and each measurement is made in both in turns, so that
 * whatever else the machine does falls on both. Processor time, unlike the rest, can be told on a
 * busy machine.
 *
 * <p>Arguments: the contracts of the full world (10000), seconds per measurement (15), requests a
 * second at the steady rate (500; 0 leaves it out), and the class path of another build: with it
 * both worlds are full, without it one of two processes with the same past is emptied. Run it in
 * the project's folder: the processes get the options with which the distribution starts a sandbox.
 */
public final class SandboxBench {
  private static final int EMPTY = 10;
  private static final int RATE = 500;
  private static final int CALLERS = 8;
  private static final int ROUNDS = 3;
  private static final long WARMING_REQUESTS = 20_000;
  private static final int LOOKS = 25;

  private SandboxBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int full = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    Duration time = Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 15);
    int rate = arguments.length > 2 ? Integer.parseInt(arguments[2]) : RATE;
    String own = System.getProperty("java.class.path");
    try (Subject first =
            arguments.length > 3
                ? Subject.populated("the other build", arguments[3], full)
                : Subject.emptied("the empty world", own, full, EMPTY);
        Subject second =
            Subject.populated(arguments.length > 3 ? "this build" : "the full world", own, full)) {
      List<Subject> both = List.of(first, second);
      for (Subject subject : both) {
        new Load(subject.mix()::one).count(CALLERS, WARMING_REQUESTS);
      }
      mostAtOnce(both, time);
      if (rate > 0) {
        steady(both, rate, time);
      }
      for (String path : List.of("/", "/?q=mst_1", "/sandbox/audit", Client.API + "/messages")) {
        looks(both, path);
      }
      for (Subject subject : both) {
        System.out.printf(
            "%s: at most %d MiB resident%n", subject, subject.process().peakMebibytes());
      }
    }
  }

  private static void mostAtOnce(List<Subject> both, Duration time)
      throws IOException, InterruptedException {
    double[] millis = new double[both.size()];
    for (int round = 1; round <= ROUNDS; round++) {
      for (int i = 0; i < both.size(); i++) {
        Duration before = both.get(i).process().cpu();
        Load.Result result =
            new Load(both.get(i).mix()::one).closed(CALLERS, time.dividedBy(ROUNDS));
        double each = millis(both.get(i).process().cpu().minus(before)) / result.count();
        millis[i] += each / ROUNDS;
        System.out.printf(
            Locale.ROOT,
            "%s, %d callers at once: %s, %.2f ms of processor time each%n",
            both.get(i),
            CALLERS,
            result,
            each);
      }
    }
    ratio("a request of the mix", both, millis);
  }

  private static void steady(List<Subject> both, int rate, Duration time)
      throws InterruptedException {
    for (Subject subject : both) {
      System.out.printf(
          Locale.ROOT,
          "%s, %d a second: %s%n",
          subject,
          rate,
          new Load(subject.mix()::one).open(rate, time));
    }
  }

  /** What a console, or a test that looks at the audit, costs at every look. */
  private static void looks(List<Subject> both, String path)
      throws IOException, InterruptedException {
    double[] millis = new double[both.size()];
    for (int i = 0; i < both.size(); i++) {
      both.get(i).look(path);
    }
    for (int look = 0; look < LOOKS; look++) {
      for (int i = 0; i < both.size(); i++) {
        // Nothing that was reckoned before is still true.
        both.get(i).mix().write();
        Duration before = both.get(i).process().cpu();
        both.get(i).look(path);
        millis[i] += millis(both.get(i).process().cpu().minus(before)) / LOOKS;
      }
    }
    ratio("a look at " + path, both, millis);
  }

  private static void ratio(String what, List<Subject> both, double[] millis) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f ms of processor time in %s, %.2f in %s, ratio %.2f%n",
        what,
        millis[0],
        both.get(0),
        millis[1],
        both.get(1),
        millis[1] / millis[0]);
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
