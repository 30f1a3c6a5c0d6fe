package dev.tenure.sandbox.faults;

import dev.tenure.sandbox.http.EnumWord;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fault that the next matching requests, or deliveries of events, run into. */
public final class Fault {
  /** What goes wrong, with how long it takes unless the order says. */
  public enum Kind implements EnumWord {
    DROP_ANSWER(0),
    HOLD_ANSWER(0),
    REFUSE(0),
    DELAY(1_000),
    STATUS(0),
    RATE_LIMIT(0),
    RATE_LIMIT_DATE(0),
    BARE_STATUS(0),
    REDIRECT(0),
    STALL(0),
    GZIP(0),
    SUBSTITUTE(0),
    TRUNCATE(0),
    OVERSIZED(0),
    NOT_JSON(0),
    EXTRA_FIELDS(0),
    UNKNOWN_STATUS(0),
    FEED_LAG(5_000),
    FEED_DUPLICATE(0),
    FEED_REORDER(0),
    REPEAT_PAGE(0),
    CONTRACT_LATE(5_000),
    APPROVAL_LATE(5_000),
    REVOKE_TOKEN(0),
    WITHDRAW_SCOPES(0),
    WEBHOOK_LOST(0),
    WEBHOOK_DOUBLED(0),
    WEBHOOK_LATE(2_000),
    WEBHOOK_FORGED(0),
    WEBHOOK_STALE(600_000);

    private final long usualDelayMs;

    Kind(long usualDelayMs) {
      this.usualDelayMs = usualDelayMs;
    }

    long usualDelayMs() {
      return usualDelayMs;
    }

    int usualStatus() {
      return this == REDIRECT ? 308 : 503;
    }

    /** Whether a field of an order, by its name in requests, says something to it. */
    boolean looksAt(String field) {
      return switch (field) {
        case "event" -> ofWebhooks();
        case "method", "path" -> !ofWebhooks();
        case "status" -> this == STATUS || this == BARE_STATUS || this == REDIRECT;
        case "delayMs" -> usualDelayMs > 0 || this == RATE_LIMIT || this == RATE_LIMIT_DATE;
        case "bytes" -> this == OVERSIZED;
        case "scopes" -> this == WITHDRAW_SCOPES;
        case "location" -> this == REDIRECT;
        case "pattern", "replacement" -> this == SUBSTITUTE;
        default -> true;
      };
    }

    /** It strikes deliveries to subscribers, not requests of clients. */
    public boolean ofWebhooks() {
      return name().startsWith("WEBHOOK_");
    }

    public static Optional<Kind> named(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** It says nothing about what is to be done unless the order does. */
    public boolean needsMore() {
      return this == SUBSTITUTE;
    }
  }

  /**
   * How it was ordered.
   *
   * @param path of requests, or the type of event of webhooks; a star stands for one segment
   * @param times how many of the requests or deliveries that fit run into it at most
   * @param probability of each one
   * @param seed of the draws: the same seed strikes the same ones
   * @param status of the answer
   * @param bytes of an oversized one
   * @param scopes that are withdrawn
   * @param location to which a redirect leads; null for the path under {@code /moved}
   * @param pattern of what a substitute finds in the body; null for every other kind
   * @param replacement stands there instead, and may name groups of the pattern, such as {@code $1}
   */
  @Serdeable
  public record Order(
      String method,
      String path,
      Kind kind,
      long times,
      double probability,
      long seed,
      int status,
      long delayMs,
      int bytes,
      List<String> scopes,
      @Nullable String location,
      @Nullable String pattern,
      @Nullable String replacement) {

    /**
     * Strikes the next one that fits, in the usual way.
     *
     * @param scopes that a token may have; all are withdrawn where any are
     */
    public static Order once(Kind kind, String path, List<String> scopes) {
      return new Order(
          "*",
          path,
          kind,
          1,
          1,
          1,
          kind.usualStatus(),
          kind.usualDelayMs(),
          16 << 20,
          kind == Kind.WITHDRAW_SCOPES ? List.copyOf(scopes) : List.of(),
          null,
          null,
          null);
    }
  }

  /**
   * What is kept of it over a restart.
   *
   * @param draws how often it was drawn whether to strike, so that the same draws go on
   */
  @Serdeable
  record Kept(String id, Order order, long hits, long draws) {}

  private final String id;
  private final Order order;
  private final Pattern path;
  private final Random random;
  private final CompletableFuture<@Nullable Void> lifted = new CompletableFuture<>();
  private long hits;
  private long held;
  private long draws;

  Fault(Kept kept) {
    this.id = kept.id();
    this.order = kept.order();
    this.path = pattern(order.path());
    this.random = new Random(order.seed());
    this.hits = kept.hits();
    while (draws < kept.draws()) {
      draw();
    }
  }

  synchronized Kept kept() {
    return new Kept(id, order, hits, draws);
  }

  public String id() {
    return id;
  }

  public Order order() {
    return order;
  }

  public synchronized long hits() {
    return order.kind() == Kind.HOLD_ANSWER ? held : hits;
  }

  boolean fits(String method, String requestPath) {
    return !spent()
        && !order.kind().ofWebhooks()
        && (order.method().equals("*") || order.method().equals(method))
        && path.matcher(requestPath).matches();
  }

  boolean fitsDelivery(String type) {
    return !spent() && order.kind().ofWebhooks() && path.matcher(type).matches();
  }

  private boolean spent() {
    return struck() >= order.times();
  }

  /** Takes one of its times for what fits, if it is drawn and any are left. */
  synchronized boolean strikes() {
    boolean struck = !lifted.isDone() && hits < order.times() && draw() < order.probability();
    hits += struck ? 1 : 0;
    return struck;
  }

  private double draw() {
    draws++;
    return random.nextDouble();
  }

  /** Lets go of the answers that it holds, and strikes no more. */
  void lift() {
    lifted.complete(null);
  }

  private synchronized long struck() {
    return hits;
  }

  /** The request was carried out, and its answer is held back from now on: only now it has hit. */
  synchronized void holding() {
    held++;
  }

  /** Done as soon as the fault is lifted; what it holds back until then may go on. */
  CompletableFuture<@Nullable Void> lifted() {
    return lifted;
  }

  private static Pattern pattern(String path) {
    StringBuilder regex = new StringBuilder();
    boolean first = true;
    for (String part : path.split("\\*", -1)) {
      regex.append(first ? "" : "[^/]+").append(Pattern.quote(part));
      first = false;
    }
    return Pattern.compile(regex.toString());
  }
}
