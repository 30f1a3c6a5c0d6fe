package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only OpenContract needs to know of a milestone, which is one Working Contract there.
 *
 * @param acceptanceCriteria 1 to 10, each judged and paid alike
 * @param supplementaryMaterials hash or address of further material
 * @param matchWithin from the creation to the match deadline
 * @param deliverWithin from the match deadline to the delivery deadline; the withdrawal deadline is
 *     halfway between them
 * @param reviewWithin from the delivery deadline to the review deadline
 * @param deadlines given instead of all of these
 */
public record OpenContractMilestone(
    List<String> acceptanceCriteria,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String supplementaryMaterials,
    Duration matchWithin,
    Duration deliverWithin,
    Duration reviewWithin,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Deadlines deadlines) {

  /** How a delivery is verified: the client reviews it, and disputes it; no other mode is open. */
  public static final String VERIFICATION_MODE = "privacy-preserving";

  public static final Duration MATCH_WITHIN = Duration.ofDays(1);
  public static final Duration DELIVER_WITHIN = Duration.ofDays(7);
  public static final Duration REVIEW_WITHIN = Duration.ofDays(3);

  public OpenContractMilestone {
    acceptanceCriteria = List.copyOf(acceptanceCriteria);
  }

  /**
   * The four moments of a Working Contract, which are fixed when it is created; each is after the
   * one before, but the withdrawal deadline may be the delivery deadline.
   */
  public record Deadlines(Instant match, Instant withdrawal, Instant delivery, Instant review) {}

  /** The deadlines of a contract that is created at that moment. */
  public Deadlines deadlinesFrom(Instant creation) {
    if (deadlines != null) {
      return deadlines;
    }
    Instant match = creation.plus(matchWithin);
    Instant delivery = match.plus(deliverWithin);
    return new Deadlines(
        match, match.plus(deliverWithin.dividedBy(2)), delivery, delivery.plus(reviewWithin));
  }
}
