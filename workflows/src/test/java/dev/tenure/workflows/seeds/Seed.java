package dev.tenure.workflows.seeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One seed, from the request of the hire to its close, or to a time at which all is decided. */
final class Seed {
  private static final Duration REAL_BOUND = Duration.ofMinutes(1);

  /** On a busy machine, as long as its own time goes on. */
  private static final Duration MOST_REAL_BOUND = Duration.ofMinutes(3);

  /** A started task that the server neither takes back nor times out after 5 s is its own fault. */
  private static final Duration STUCK_FOR = Duration.ofSeconds(12);

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long CALM_DAYS = 40;
  private static final long SHORTEST = Duration.ofSeconds(20).toMillis();
  private static final long LONGEST = Duration.ofHours(3).toMillis();

  private final long seed;
  private final Draw draw;
  private final Shell shell;
  private final Agenda agenda = new Agenda();
  private final Actors actors;
  private final long begin = System.nanoTime();
  private volatile long virtualBegin;
  private volatile @Nullable Long days;
  private volatile @Nullable Thread driver;

  private Seed(long seed) {
    this.seed = seed;
    this.draw = new Draw(seed);
    this.shell = new Shell(draw);
    this.actors = new Actors(draw, shell, agenda);
  }

  /** Runs it within a bound of real time. */
  static Outcome run(long number) {
    Seed seed = new Seed(number);
    CompletableFuture<Outcome> done = new CompletableFuture<>();
    Thread thread = Thread.ofPlatform().daemon().start(() -> seed.complete(done));
    seed.driver = thread;
    try {
      return done.get(REAL_BOUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      Outcome judged = seed.judgeLate(done);
      if (!done.isDone()) {
        thread.interrupt();
        Thread.ofPlatform().daemon().start(seed.shell::close);
      }
      return judged;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void complete(CompletableFuture<Outcome> done) {
    try {
      done.complete(outcome(Outcome.Kind.GOOD, goThrough()));
      shell.close();
    } catch (Broken broken) {
      done.complete(outcome(Outcome.Kind.BROKEN, String.valueOf(broken.getMessage())));
      shell.close();
    } catch (RuntimeException | Error unforeseen) {
      StackTraceElement[] trace = unforeseen.getStackTrace();
      String where = trace.length == 0 ? "nowhere" : trace[0].toString();
      done.complete(outcome(Outcome.Kind.BROKEN, "unforeseen: " + unforeseen + " at " + where));
    }
  }

  private String goThrough() {
    virtualBegin = shell.now();
    shell.start();
    actors.begin();
    long calmAt = virtualBegin + draw.calmAfterDays * DAY;
    liveUntil(calmAt);
    if (!shell.journal.closed()) {
      actors.calm();
      liveUntil(calmAt + CALM_DAYS * DAY);
    }
    Instant over = shell.market.now();
    days = days();
    if (shell.journal.closed()) {
      // Whoever waits for a result lets the test server skip years.
      shell.awaitEnd();
    }
    shell.market.check();
    String words = new FinalChecks(draw, shell, actors.deeds(), over).check();
    if (seed % 5 == 0) {
      shell.replay();
    }
    return words;
  }

  private void liveUntil(long end) {
    long fingerprint = -1;
    long step = SHORTEST;
    while (!shell.journal.closed() && shell.now() < end) {
      actors.look();
      agenda.run(shell.now());
      shell.market.check();
      long now = actors.fingerprint();
      step = now == fingerprint ? Math.min(2 * step, LONGEST) : SHORTEST;
      fingerprint = now;
      long next = Math.min(Math.min(agenda.next(), shell.now() + step), end);
      shell.pass(Actors.until(next, shell.now()));
    }
  }

  private Outcome judgeLate(CompletableFuture<Outcome> done) {
    while (true) {
      long days = days();
      int length = shell.length();
      boolean open = shell.taskOpen();
      try {
        return done.get(STUCK_FOR.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      } catch (TimeoutException still) {
        String last = shell.last().getEventType().name();
        if (open && shell.taskOpen() && shell.length() == length) {
          return outcome(
              Outcome.Kind.INCONCLUSIVE,
              "the test server is stuck: a task stays open for %d s, last event %s"
                  .formatted(STUCK_FOR.toSeconds(), last));
        }
        List<String> activities = shell.openActivities();
        if (!open && days() == days && shell.length() == length && activities.isEmpty()) {
          return outcome(
              Outcome.Kind.INCONCLUSIVE,
              "the test server's clock stands still, with no task and no activity open; %s, at %s"
                  .formatted(last, place()));
        }
        if (days() == days || millis() > MOST_REAL_BOUND.toMillis()) {
          return outcome(
              Outcome.Kind.LATE,
              "not over within %d ms, at day %d, last event %s, activities %s, the driver at %s"
                  .formatted(millis(), days(), last, activities, place()));
        }
      }
    }
  }

  private Outcome outcome(Outcome.Kind kind, String words) {
    List<String> events =
        shell.journal.events().stream()
            .map(e -> "%d %s %s: %s".formatted(e.number(), e.at(), e.type(), e.summary()))
            .toList();
    Set<String> struck = new TreeSet<>(actors.deeds());
    struck.addAll(shell.market.faults());
    shell.journal.events().forEach(event -> struck.add("event " + event.type()));
    return new Outcome(
        seed, kind, words, shell.journal.runs().size(), days(), millis(), struck, events);
  }

  /** What the driver of the seed waits for, in its own words. */
  private String place() {
    Thread thread = driver;
    return thread == null
        ? "nowhere"
        : Arrays.stream(thread.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.tenure"))
            .limit(3)
            .map(StackTraceElement::toString)
            .toList()
            .toString();
  }

  private long millis() {
    return Duration.ofNanos(System.nanoTime() - begin).toMillis();
  }

  private long days() {
    Long known = days;
    return known == null ? (shell.now() - virtualBegin) / DAY : known;
  }
}
