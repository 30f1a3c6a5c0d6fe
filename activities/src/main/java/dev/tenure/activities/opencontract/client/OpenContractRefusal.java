package dev.tenure.activities.opencontract.client;

import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.IncidentCause;
import java.util.Optional;

/** OpenContract, or what stands before it, said no; nothing was carried out. */
public final class OpenContractRefusal extends MarketplaceException.Refusal {

  private static final long serialVersionUID = 1L;

  private final transient Meaning.No meaning;
  private final boolean certain;

  OpenContractRefusal(String call, int status, Meaning.No meaning, boolean certain) {
    super(call + " was refused: " + words(meaning), status);
    this.meaning = meaning;
    this.certain = certain;
  }

  private static String words(Meaning.No meaning) {
    return switch (meaning) {
      case Meaning.Told(var fact, String words) -> words;
      case Meaning.Absent(Obstacle obstacle) -> obstacle.words();
      case Meaning.KeyRefused(Obstacle obstacle) -> obstacle.words();
      case Meaning.Barred(Obstacle obstacle) -> obstacle.words();
    };
  }

  /** What it means. */
  public Meaning.No meaning() {
    return meaning;
  }

  /** Whether it tells that fact. */
  public boolean tells(Meaning.Fact fact) {
    return meaning instanceof Meaning.Told(var told, var words) && told == fact;
  }

  @Override
  public Optional<Obstacle> obstacle() {
    return meaning instanceof Meaning.Told ? Optional.empty() : Optional.of(asObstacle());
  }

  @Override
  public Obstacle asObstacle() {
    return switch (meaning) {
      case Meaning.Told(var fact, String words) ->
          new Obstacle(IncidentCause.REQUEST_REJECTED, words, null);
      case Meaning.Absent(Obstacle obstacle) -> obstacle;
      case Meaning.KeyRefused(Obstacle obstacle) -> obstacle;
      case Meaning.Barred(Obstacle obstacle) -> obstacle;
    };
  }

  @Override
  public boolean certain() {
    return certain;
  }
}
