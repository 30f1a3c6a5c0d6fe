package dev.tenure.workflows.opentrain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.model.plan.HirePlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a hire starts with.
 *
 * @param rules by which rules the whole run goes, see {@link OpenTrainHire#CURRENT_RULES}
 * @param carried the state of the run that this one carries on, if any
 * @param swept whether the account's sweep tells the hire of every change of its contract
 * @param appeared a contract that turned up after the hire had closed, which reopens it
 * @param requestedBy the name of the key or session that requested the hire; of use to a hire that
 *     begins only
 */
public record HireInput(
    String hireId,
    int generation,
    HirePlan plan,
    Instant createdAt,
    int rules,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean swept,
    @Nullable OpenTrainHire carried,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ContractSnapshot appeared,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String requestedBy) {

  public static HireInput start(String hireId, int generation, HirePlan plan, Instant createdAt) {
    return new HireInput(
        hireId, generation, plan, createdAt, OpenTrainHire.CURRENT_RULES, false, null, null, null);
  }

  /** The same for a hire of which it is known who requested it. */
  public HireInput requestedBy(@Nullable String actor) {
    return new HireInput(
        hireId, generation, plan, createdAt, rules, swept, carried, appeared, actor);
  }

  /** The same for a hire whose account is swept. */
  public HireInput ofSweptAccount() {
    return new HireInput(
        hireId, generation, plan, createdAt, rules, true, carried, appeared, requestedBy);
  }

  /** The input of the run that carries a hire on; it goes by the rules of the code of now. */
  public static HireInput carrying(OpenTrainHire hire) {
    return new HireInput(
        hire.id(),
        hire.generation(),
        hire.plan(),
        hire.createdAt(),
        OpenTrainHire.CURRENT_RULES,
        hire.swept(),
        hire,
        null,
        null);
  }

  /** The input of the run that takes a closed hire up again. */
  public static HireInput reopening(OpenTrainHire hire, ContractSnapshot appeared) {
    return new HireInput(
        hire.id(),
        hire.generation(),
        hire.plan(),
        hire.createdAt(),
        OpenTrainHire.CURRENT_RULES,
        hire.swept(),
        hire,
        appeared,
        null);
  }

  OpenTrainHire hire() {
    OpenTrainHire hire =
        carried == null ? OpenTrainHire.requested(hireId, generation, plan, createdAt) : carried;
    hire.goByRules(rules);
    if (carried == null && requestedBy != null) {
      hire.requestedBy(requestedBy);
    }
    if (swept) {
      hire.sweptByAccount();
    }
    return hire;
  }
}
