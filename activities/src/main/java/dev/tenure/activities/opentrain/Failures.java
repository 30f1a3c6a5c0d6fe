package dev.tenure.activities.opentrain;

import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.IncidentCause;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The failures of marketplace activities, as the process knows them. */
final class Failures {

  private Failures() {}

  static ApplicationFailure of(OpenTrainException e) {
    return switch (e) {
      case Refused refused -> blocked(refused);
      case Unavailable unavailable -> unavailable(unavailable);
    };
  }

  /** A person must mend it. Retryable: asking again is how its end is noticed. */
  private static ApplicationFailure blocked(Obstacle obstacle) {
    return of(obstacle, obstacle.cause().wire()).build();
  }

  /** Held back: what still stands in the way of the whole account, as the last to ask was told. */
  static ApplicationFailure held(Roadblocks.Held held) {
    Obstacle obstacle = held.obstacle();
    boolean outage = obstacle.cause() == IncidentCause.MARKETPLACE_UNREACHABLE;
    ApplicationFailure.Builder failure =
        of(obstacle, outage ? Obstacle.UNAVAILABLE : obstacle.cause().wire());
    if (held.retryAfter() != null) {
      failure.setNextRetryDelay(held.retryAfter());
    }
    return failure.build();
  }

  /** What stands in the way; empty where the marketplace answered with a fact. */
  static Optional<Obstacle> obstacle(OpenTrainException e) {
    return switch (e) {
      case Refused refused ->
          switch (Refusals.judge(refused)) {
            case Verdict.Blocked(Obstacle obstacle) -> Optional.of(obstacle);
            case Verdict.Missing(Obstacle obstacle) -> Optional.of(obstacle);
            case Verdict.Fact(var reason) -> Optional.empty();
          };
      case Unavailable unavailable -> Optional.of(unreachable(unavailable));
    };
  }

  private static Obstacle unreachable(Unavailable unavailable) {
    return new Obstacle(IncidentCause.MARKETPLACE_UNREACHABLE, message(unavailable), null);
  }

  /** A request that cannot be made as it is planned; nothing was sent. */
  static ApplicationFailure rejected(String words) {
    return blocked(new Obstacle(IncidentCause.REQUEST_REJECTED, words, null));
  }

  /** A refusal where no fact would help. */
  private static ApplicationFailure blocked(Refused refused) {
    return switch (Refusals.judge(refused)) {
      case Verdict.Blocked(Obstacle obstacle) -> blocked(obstacle);
      case Verdict.Missing(Obstacle obstacle) -> blocked(obstacle);
      case Verdict.Fact(var reason) ->
          blocked(
              new Obstacle(
                  IncidentCause.REQUEST_REJECTED,
                  "OpenTrain answers "
                      + reason.name().toLowerCase(Locale.ROOT)
                      + " where that makes no sense",
                  null));
    };
  }

  /** Time may heal it; OpenTrain's own wait is kept. */
  private static ApplicationFailure unavailable(Unavailable unavailable) {
    ApplicationFailure.Builder failure = of(unreachable(unavailable), Obstacle.UNAVAILABLE);
    if (unavailable.retryAfter() != null) {
      failure.setNextRetryDelay(unavailable.retryAfter());
    }
    return failure.build();
  }

  /** Whether the milestone was made is not known. The one failure that must not be retried. */
  static ApplicationFailure inDoubt(String words) {
    Obstacle obstacle = new Obstacle(IncidentCause.MILESTONE_IN_DOUBT, words, null);
    return of(obstacle, obstacle.cause().wire()).setNonRetryable(true).build();
  }

  private static ApplicationFailure.Builder of(Obstacle obstacle, String type) {
    return ApplicationFailure.newBuilder()
        .setMessage(obstacle.words())
        .setType(type)
        .setDetails(obstacle)
        .setCategory(ApplicationErrorCategory.BENIGN);
  }

  private static String message(Unavailable unavailable) {
    @Nullable Throwable cause = unavailable.getCause();
    String words = String.valueOf(unavailable.getMessage());
    return cause == null
        ? words
        : words + " (" + Words.safe(String.valueOf(cause.getMessage())) + ")";
  }
}
