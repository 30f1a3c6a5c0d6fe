package dev.tenure.workflows.opentrain;

import dev.tenure.model.money.Money;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a scripted person does about one approval.
 *
 * @param after time until the decision
 * @param notifies whether the marketplace tells anybody
 * @param amount what the person changes the amount to, for a hire
 */
record Decision(String status, Duration after, boolean notifies, @Nullable Money amount) {

  static Decision confirm() {
    return new Decision("confirmed", Duration.ofSeconds(1), true, null);
  }

  static Decision confirmAfter(Duration delay) {
    return new Decision("confirmed", delay, true, null);
  }

  static Decision confirmSilently(Duration delay) {
    return new Decision("confirmed", delay, false, null);
  }

  static Decision edit(String amount) {
    return new Decision("confirmed", Duration.ofSeconds(1), true, Money.usd(amount));
  }

  static Decision decline() {
    return new Decision("declined", Duration.ofSeconds(1), true, null);
  }

  static Decision ignore() {
    return new Decision("pending", Duration.ofDays(365), false, null);
  }

  static Decision of(String status) {
    return new Decision(status, Duration.ofSeconds(1), true, null);
  }
}
