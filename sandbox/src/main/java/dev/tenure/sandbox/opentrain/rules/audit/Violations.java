package dev.tenure.sandbox.opentrain.rules.audit;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.world.World;
import dev.tenure.sandbox.store.CollectionCleared;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Names what must never have happened, judged from the records alone. Only what changed since it
 * was last asked is judged again, so that asking often costs little in a large world.
 */
@Singleton
public class Violations {
  private final World world;
  private final EffectViolations effects;
  private final ApprovalViolations approvals = new ApprovalViolations();
  private final ContractViolations contracts = new ContractViolations();
  private final Set<String> changedApprovals = ConcurrentHashMap.newKeySet();
  private final Set<String> changedContracts = ConcurrentHashMap.newKeySet();
  private volatile boolean anew = true;

  Violations(World world) {
    this.world = world;
    this.effects = new EffectViolations(world);
    // Effects are read on from the last one that was judged; nothing else is judged.
    world.onChange(Approval.class, approval -> changedApprovals.add(approval.id()));
    world.onChange(Contract.class, contract -> changedContracts.add(contract.id()));
    world.onChange(CollectionCleared.class, cleared -> anew = true);
  }

  public List<String> found() {
    return world.transact(
        () -> {
          if (anew) {
            judgeEverything();
          }
          effects.readOn();
          drain(changedApprovals, id -> approvals.judge(id, world.approvals.find(id)));
          drain(changedContracts, id -> contracts.judge(id, world.contracts.find(id)));
          return Stream.of(effects.words(), approvals.words(), contracts.words())
              .flatMap(words -> words)
              .toList();
        });
  }

  private void judgeEverything() {
    anew = false;
    effects.forget();
    approvals.forget();
    contracts.forget();
    world.approvals.oldestFirst().forEach(one -> approvals.judge(one.id(), one));
    world.contracts.oldestFirst().forEach(one -> contracts.judge(one.id(), one));
  }

  /** Takes each out before it is judged: what changes meanwhile comes in again. */
  private static void drain(Set<String> changed, Consumer<String> judge) {
    Iterator<String> ids = changed.iterator();
    while (ids.hasNext()) {
      String id = ids.next();
      ids.remove();
      judge.accept(id);
    }
  }
}
