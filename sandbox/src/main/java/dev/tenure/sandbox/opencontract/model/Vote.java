package dev.tenure.sandbox.opencontract.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one Backup Agent said of one criterion, as it is kept and as answers carry it.
 *
 * @param majorityOutcome null until the tally
 * @param bondOutcome null until the tally
 * @param reward in tokens; null until the tally
 */
@Serdeable
public record Vote(
    String contractId,
    String backupAgent,
    int criterionIndex,
    Criterion vote,
    @JsonAlias("majority") @Nullable Criterion majorityOutcome,
    @JsonAlias("bond") @Nullable BondOutcome bondOutcome,
    @Nullable BigDecimal reward) {

  /** A vote that is not counted yet. */
  public static Vote cast(String contractId, String backupAgent, int index, Criterion vote) {
    return new Vote(contractId, backupAgent, index, vote, null, null, null);
  }

  /** Every vote has one place, by which a second one would be found. */
  public String key() {
    return contractId + "/" + Address.key(backupAgent) + "/" + criterionIndex;
  }

  public Vote counted(Criterion outcome, BondOutcome slice, BigDecimal tokens) {
    return new Vote(contractId, backupAgent, criterionIndex, vote, outcome, slice, tokens);
  }
}
