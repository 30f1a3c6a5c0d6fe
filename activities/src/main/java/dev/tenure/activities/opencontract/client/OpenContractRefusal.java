package dev.tenure.activities.opencontract.client;

import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.IncidentCause;
import java.util.Optional;

/** OpenContract, or what stands before it, said no; nothing was carried out. */
public final class OpenContractRefusal extends MarketplaceException.Refusal {

  private static final long serialVersionUID = 1L;

  private final transient OpenContractAnswer.No meaning;
  private final boolean certain;

  OpenContractRefusal(String call, int status, OpenContractAnswer.No meaning, boolean certain) {
    super(call + " was refused: " + words(meaning), status);
    this.meaning = meaning;
    this.certain = certain;
  }

  private static String words(OpenContractAnswer.No meaning) {
    return switch (meaning) {
      case OpenContractAnswer.Told(var fact, String words) -> words;
      case OpenContractAnswer.Absent(Obstacle obstacle) -> obstacle.words();
      case OpenContractAnswer.KeyRefused(Obstacle obstacle) -> obstacle.words();
      case OpenContractAnswer.Barred(Obstacle obstacle) -> obstacle.words();
    };
  }

  /** What it means. */
  public OpenContractAnswer.No meaning() {
    return meaning;
  }

  /** Whether it tells that fact. */
  public boolean tells(OpenContractAnswer.Fact fact) {
    return meaning instanceof OpenContractAnswer.Told(var told, var words) && told == fact;
  }

  @Override
  public Optional<Obstacle> obstacle() {
    return meaning instanceof OpenContractAnswer.Told
        ? Optional.empty()
        : Optional.of(asObstacle());
  }

  @Override
  public Obstacle asObstacle() {
    return switch (meaning) {
      case OpenContractAnswer.Told(var fact, String words) ->
          new Obstacle(IncidentCause.REQUEST_REJECTED, words, null);
      case OpenContractAnswer.Absent(Obstacle obstacle) -> obstacle;
      case OpenContractAnswer.KeyRefused(Obstacle obstacle) -> obstacle;
      case OpenContractAnswer.Barred(Obstacle obstacle) -> obstacle;
    };
  }

  @Override
  public boolean certain() {
    return certain;
  }
}
