package dev.tenure.workflows.opencontract;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.lifecycle.hire.HireState;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.model.plan.HirePlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a hire on OpenContract starts with.
 *
 * @param rules by which rules the whole run goes, see {@link HireState#CURRENT_RULES}
 * @param requestedBy the name of the key or session that requested the hire, as far as it is known
 * @param carried the state of the run that this one carries on, if any
 */
public record OpenContractHireInput(
    String hireId,
    int generation,
    HirePlan plan,
    Instant createdAt,
    int rules,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String requestedBy,
    @Nullable OpenContractHire carried) {

  /** The input of a hire's first run; the account's sweep tells it of every change. */
  public static OpenContractHireInput start(
      String hireId,
      int generation,
      HirePlan plan,
      Instant createdAt,
      @Nullable String requestedBy) {
    return new OpenContractHireInput(
        hireId, generation, plan, createdAt, HireState.CURRENT_RULES, requestedBy, null);
  }

  /** The input of the run that carries a hire on; it goes by the rules of the code of now. */
  static OpenContractHireInput carrying(OpenContractHire hire) {
    return new OpenContractHireInput(
        hire.id(),
        hire.generation(),
        hire.plan(),
        hire.createdAt(),
        HireState.CURRENT_RULES,
        hire.requestedBy(),
        hire);
  }

  OpenContractHire hire() {
    OpenContractHire hire =
        carried == null
            ? OpenContractHire.requested(hireId, generation, plan, requestedBy, createdAt)
            : carried;
    hire.goByRules(rules);
    hire.sweptByAccount();
    return hire;
  }
}
