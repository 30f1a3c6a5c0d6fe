package dev.tenure.journal.record;

import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import java.time.Instant;
import java.util.List;

/** What the journal says of a hire in place of a workflow that does not speak. */
final class HireWithoutWorkflow {

  private HireWithoutWorkflow() {}

  /** Nothing goes on until a person answers the incident. */
  static HireDocument awaiting(
      HireDocument hire, String incident, List<Resolution> answers, long version, Instant at) {
    return hire.decided(
        hire.status(),
        List.of(new Wait(WaitKind.RESOLUTION, null, null, incident, null, null)),
        List.of(new AllowedAction(ActionKind.RESOLVE, incident, answers)),
        version,
        at,
        null);
  }

  /** A workflow is to speak next. */
  static HireDocument over(HireDocument hire, long version, Instant at) {
    return hire.decided(hire.status(), List.of(), List.of(), version, at, null);
  }

  /** An operator gave the hire up. */
  static HireDocument givenUp(HireDocument hire, long version, Instant at) {
    return hire.decided(HireStatus.CANCELLED, List.of(), List.of(), version, at, at);
  }
}
