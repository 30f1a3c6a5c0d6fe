package dev.tenure.activities.opentrain.client;

import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.opentrain.client.json.ErrorBody;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.IncidentCause;
import java.util.Locale;
import java.util.Optional;

/** OpenTrain, or what stands before it, said no; nothing was executed. */
public final class Refused extends MarketplaceException.Refusal {

  private static final long serialVersionUID = 1L;

  private final transient Verdict.Refusal verdict;
  private final transient ErrorBody error;

  Refused(String words, int status, Verdict.Refusal verdict, ErrorBody error) {
    super(words, status);
    this.verdict = verdict;
    this.error = error;
  }

  /** What it means. */
  public Verdict.Refusal verdict() {
    return verdict;
  }

  @Override
  public Optional<Obstacle> obstacle() {
    return verdict instanceof Verdict.Fact ? Optional.empty() : Optional.of(asObstacle());
  }

  @Override
  public Obstacle asObstacle() {
    return switch (verdict) {
      case Verdict.Blocked(Obstacle obstacle) -> obstacle;
      case Verdict.Missing(Obstacle obstacle) -> obstacle;
      case Verdict.Fact(var reason) ->
          new Obstacle(
              IncidentCause.REQUEST_REJECTED,
              "OpenTrain answers "
                  + reason.name().toLowerCase(Locale.ROOT)
                  + " where that makes no sense",
              null);
    };
  }

  @Override
  public boolean certain() {
    return error.code() != null || status() == 401 || status() < 400;
  }

  /** The envelope; without any field where another server refused. */
  public ErrorBody error() {
    return error;
  }
}
