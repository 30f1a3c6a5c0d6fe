package dev.tenure.activities.sweep;

import dev.tenure.journal.account.ClosedHire;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import java.util.Optional;

/** Takes up closed hires again. */
@FunctionalInterface
public interface HireReopener {

  /**
   * Takes up a hire whose contract turned up after it was closed.
   *
   * @return what became of it; empty where it runs already and the journal will hear of it
   */
  Optional<ClosedHire.Outcome> reopen(ClosedHire hire, ContractSnapshot appeared);
}
