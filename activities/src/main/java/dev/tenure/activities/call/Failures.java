package dev.tenure.activities.call;

import dev.tenure.activities.breaker.CircuitBreaker;
import dev.tenure.activities.marketplace.ForeignText;
import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.marketplace.MarketplaceException.Refusal;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The failures of marketplace activities, as the process knows them. */
public final class Failures {

  private Failures() {}

  /** A failure whose next try is when the marketplace asks for it. */
  public static ApplicationFailure of(MarketplaceException e) {
    return of(e, e instanceof Unavailable unavailable ? unavailable.retryAfter() : null);
  }

  static ApplicationFailure of(MarketplaceException e, @Nullable Duration nextTry) {
    return switch (e) {
      case Refusal refusal -> blocked(refusal);
      case Unavailable unavailable ->
          delayed(
              unavailable.throttled()
                  ? benign(message(unavailable), MarketplaceCall.THROTTLED)
                  : of(obstacle(unavailable), Obstacle.UNAVAILABLE),
              nextTry);
    };
  }

  /** Too many calls for longer than a call is tried fast: an obstacle, and no outage. */
  static ApplicationFailure limited(Unavailable unavailable, @Nullable Duration nextTry) {
    Obstacle obstacle = obstacle(unavailable);
    return delayed(of(obstacle, obstacle.cause().wire()), nextTry);
  }

  private static ApplicationFailure delayed(
      ApplicationFailure.Builder failure, @Nullable Duration nextTry) {
    if (nextTry != null) {
      failure.setNextRetryDelay(nextTry);
    }
    return failure.build();
  }

  /** A person must mend it. Retryable: asking again is how its end is noticed. */
  public static ApplicationFailure blocked(Obstacle obstacle) {
    return of(obstacle, obstacle.cause().wire()).build();
  }

  /** Held back: what still stands in the way of the whole account, as the last to ask was told. */
  static ApplicationFailure held(CircuitBreaker.Held held) {
    Obstacle obstacle = held.obstacle();
    boolean outage = obstacle.cause() == IncidentCause.MARKETPLACE_UNREACHABLE;
    return delayed(
        of(obstacle, outage ? Obstacle.UNAVAILABLE : obstacle.cause().wire()), held.retryAfter());
  }

  /** What stands in the way; empty where the marketplace answered with a fact, or was not asked. */
  static Optional<Obstacle> obstacle(MarketplaceException e) {
    return switch (e) {
      case Refusal refusal -> refusal.obstacle();
      case Unavailable unavailable when unavailable.throttled() -> Optional.empty();
      case Unavailable unavailable -> Optional.of(obstacle(unavailable));
    };
  }

  private static Obstacle obstacle(Unavailable unavailable) {
    IncidentCause cause =
        unavailable.limited() ? IncidentCause.RATE_LIMITED : IncidentCause.MARKETPLACE_UNREACHABLE;
    return new Obstacle(cause, message(unavailable), null);
  }

  /** A request that cannot be made as it is planned; nothing was sent. */
  public static ApplicationFailure rejected(String words) {
    return blocked(new Obstacle(IncidentCause.REQUEST_REJECTED, words, null));
  }

  /** A refusal where no fact would help. */
  private static ApplicationFailure blocked(Refusal refusal) {
    return blocked(refusal.asObstacle());
  }

  /** A write may have been carried out, and no answer tells. It must not be retried. */
  static ApplicationFailure unanswered(Unavailable unavailable) {
    return unanswered(message(unavailable));
  }

  public static ApplicationFailure unanswered(String words) {
    return benign(words, MarketplaceActivities.UNANSWERED).setNonRetryable(true).build();
  }

  private static ApplicationFailure.Builder of(Obstacle obstacle, String type) {
    return benign(obstacle.words(), type).setDetails(obstacle);
  }

  private static ApplicationFailure.Builder benign(String words, String type) {
    return ApplicationFailure.newBuilder()
        .setMessage(words)
        .setType(type)
        .setCategory(ApplicationErrorCategory.BENIGN);
  }

  private static String message(Unavailable unavailable) {
    @Nullable Throwable cause = unavailable.getCause();
    String words = String.valueOf(unavailable.getMessage());
    return cause == null
        ? words
        : words + " (" + ForeignText.line(String.valueOf(cause.getMessage())) + ")";
  }
}
