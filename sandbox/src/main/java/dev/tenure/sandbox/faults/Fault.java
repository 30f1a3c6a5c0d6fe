package dev.tenure.sandbox.faults;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.EnumWord;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
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

    /** Only a marketplace itself can do it wrong. */
    boolean ofMarketplace() {
      return switch (this) {
        case FEED_LAG, FEED_DUPLICATE, FEED_REORDER -> true;
        case CONTRACT_LATE, APPROVAL_LATE, REVOKE_TOKEN, WITHDRAW_SCOPES -> true;
        default -> false;
      };
    }

    /** It says nothing about what is to be done unless the order does. */
    public boolean needsMore() {
      return this == SUBSTITUTE;
    }
  }

  /**
   * What is kept of it over a restart.
   *
   * @param draws how often it was drawn whether to strike, so that the same draws go on
   */
  @Serdeable
  record Kept(String id, FaultOrder order, long hits, long draws) {}

  private final String id;
  private final FaultOrder order;
  private final Kind kind;
  private final Pattern where;
  private final long times;
  private final double share;
  private final Random random;
  private final CompletableFuture<@Nullable Void> lifted = new CompletableFuture<>();
  private long hits;
  private long held;
  private long draws;

  Fault(Kept kept) {
    this.id = kept.id();
    this.order = kept.order();
    this.kind = order.kind();
    this.where = pattern(where());
    this.times = requireNonNull(order.times());
    this.share = requireNonNull(order.probability()).doubleValue();
    this.random = new Random(requireNonNull(order.seed()));
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

  public FaultOrder order() {
    return order;
  }

  public Kind kind() {
    return kind;
  }

  /** The path of requests, or the type of events, which was kept as a path once. */
  public String where() {
    return requireNonNull(order.event() == null ? order.path() : order.event());
  }

  /** How late it is; 0 for a kind that is not. */
  public long delayMs() {
    return requireNonNullElse(order.delayMs(), 0L);
  }

  public synchronized long hits() {
    return kind == Kind.HOLD_ANSWER ? held : hits;
  }

  boolean fits(String method, String requestPath) {
    return !spent()
        && !kind.ofWebhooks()
        && ("*".equals(order.method()) || method.equals(order.method()))
        && where.matcher(requestPath).matches();
  }

  boolean fitsDelivery(String type) {
    return !spent() && kind.ofWebhooks() && where.matcher(type).matches();
  }

  private synchronized boolean spent() {
    return hits >= times;
  }

  /** Takes one of its times for what fits, if it is drawn and any are left. */
  synchronized boolean strikes() {
    boolean struck = !lifted.isDone() && hits < times && draw() < share;
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
    for (String part : path.split("\\*+", -1)) {
      regex.append(first ? "" : "[^/]+").append(Pattern.quote(part));
      first = false;
    }
    return Pattern.compile(regex.toString());
  }
}
