package dev.tenure.sandbox.opencontract.json;

import dev.tenure.sandbox.opencontract.model.BondOutcome;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.Vote;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One vote; its last three fields are null until the tally. */
@Serdeable
public record VoteJson(
    String contractId,
    String backupAgent,
    int criterionIndex,
    String vote,
    @Nullable String majorityOutcome,
    @Nullable String bondOutcome,
    @Nullable BigDecimal reward) {

  public static VoteJson of(Vote vote) {
    Criterion majority = vote.majority();
    BondOutcome bond = vote.bond();
    return new VoteJson(
        vote.contractId(),
        vote.backupAgent(),
        vote.criterionIndex(),
        vote.vote().word(),
        majority == null ? null : majority.word(),
        bond == null ? null : bond.word(),
        vote.reward());
  }
}
