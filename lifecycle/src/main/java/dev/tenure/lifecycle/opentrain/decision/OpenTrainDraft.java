package dev.tenure.lifecycle.opentrain.decision;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.decision.DecisionDraft;
import dev.tenure.lifecycle.decision.Pace;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decision on OpenTrain in the making: beside all else, when the contract is looked at next. */
final class OpenTrainDraft extends DecisionDraft<OpenTrainCall> {
  private final OpenTrainHire hire;
  private @Nullable Instant lookDue;
  private String lookWords = "";

  OpenTrainDraft(OpenTrainHire hire, Instant now, OpenTrainConditions words) {
    super(hire, now, words::obstacle);
    this.hire = hire;
  }

  void lookNow(String why) {
    lookAt(now(), why);
  }

  void lookAt(Instant when, String why) {
    if (lookDue == null || when.isBefore(lookDue)) {
      lookDue = when;
      lookWords = why;
    }
  }

  /** Looks at once, and after each look in vain a little later. */
  void lookAgain(int looksInVain, String why) {
    lookAfter(looksInVain == 0 ? Duration.ZERO : Pace.afterLook(looksInVain), why);
  }

  /** Looks some time after the last look; at once where there was none. */
  void lookAfter(Duration pause, String why) {
    Instant last = hire.contract().readAt();
    lookAt(last == null || pause.isZero() ? now() : last.plus(pause), why);
  }

  @Override
  public Decision<OpenTrainCall> decision() {
    if (!closing()) {
      look();
    }
    return super.decision();
  }

  private void look() {
    OpenTrainCall.ReadContract look = new OpenTrainCall.ReadContract(false);
    if (lookDue != null && due(lookDue)) {
      want(look);
    } else {
      if (lookDue != null) {
        wakeAt(lookDue, lookWords);
      }
      keep(look);
    }
  }
}
