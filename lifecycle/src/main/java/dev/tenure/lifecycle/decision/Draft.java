package dev.tenure.lifecycle.decision;

import dev.tenure.lifecycle.call.Call;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.Condition;
import dev.tenure.lifecycle.hire.Hire;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.model.HireStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A decision in the making: what the rules have found so far. */
final class Draft {
  private final Hire hire;
  private final Instant now;
  private final Conditions words;
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Map<Step, Condition> conditions = new LinkedHashMap<>();
  private final Set<String> heeded = new LinkedHashSet<>();
  private @Nullable Instant wake;
  private @Nullable String wakeWords;
  private @Nullable Instant lookDue;
  private String lookWords = "";
  private @Nullable HireStatus closes;

  Draft(Hire hire, Instant now, Conditions words) {
    this.hire = hire;
    this.now = now;
    this.words = words;
  }

  /** Wants a call, slowly while an obstacle holds it; the obstacle needs a person. */
  void want(Call call) {
    heed(call.subject());
    Obstruction met = hire.obstruction(call.subject());
    calls.putIfAbsent(call.subject(), met == null || met.probing() ? call : call.slowly());
  }

  /** Wants a call that must not go on by itself, whatever it has met. */
  void wantOnce(Call call) {
    heed(call.subject());
    calls.putIfAbsent(call.subject(), call);
  }

  /** What the subject has met needs a person, also where it is not tried now. */
  void heed(String subject) {
    heeded.add(subject);
    Obstruction met = hire.obstruction(subject);
    if (met != null) {
      condition(met.step(), words.obstacle(met));
    }
  }

  /** A step has one condition: the first that is found. */
  void condition(Step step, Condition condition) {
    conditions.putIfAbsent(step, condition);
  }

  boolean held(Step step) {
    return conditions.containsKey(step);
  }

  void wakeAt(Instant when, String why) {
    if (wake == null || when.isBefore(wake)) {
      wake = when;
      wakeWords = why;
    }
  }

  void lookNow(String why) {
    lookAt(now, why);
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
    lookAt(last == null || pause.isZero() ? now : last.plus(pause), why);
  }

  void close(HireStatus status) {
    closes = status;
  }

  /** A hire closes once nothing runs, and nothing is left to be read. */
  Decision decision() {
    if (closes != null) {
      HireStatus status = calls.isEmpty() && hire.running().isEmpty() ? closes : null;
      return new Decision(calls, null, null, standing(), heeded, status);
    }
    Call.ReadContract look = new Call.ReadContract(false);
    if (lookDue != null && !now.isBefore(lookDue)) {
      want(look);
    } else {
      if (lookDue != null) {
        wakeAt(lookDue, lookWords);
      }
      keep(look);
    }
    return new Decision(calls, wake, wakeWords, conditions, heeded, null);
  }

  /** Until the last call has ended the incidents stay as they are. */
  private Map<Step, Condition> standing() {
    Map<Step, Condition> standing = new LinkedHashMap<>();
    for (Incident open : hire.openIncidents()) {
      standing.put(
          open.step(), new Condition(open.cause(), open.detail(), open.fixUrl(), open.actions()));
    }
    return standing;
  }

  /** A look under way costs nothing more: it is not stopped because its reason went away. */
  private void keep(Call look) {
    if (hire.runs(look.subject())) {
      want(look);
    }
  }

  boolean due(Instant when) {
    return !now.isBefore(when);
  }

  Instant now() {
    return now;
  }
}
