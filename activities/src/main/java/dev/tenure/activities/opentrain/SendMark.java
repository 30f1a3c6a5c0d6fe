package dev.tenure.activities.opentrain;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionClient;

/**
 * Remembers across attempts of one activity whether its write may have left, in the heartbeat
 * details that the service keeps.
 *
 * <p>The marks go past the SDK's own {@code heartbeat}, which holds details back to save calls: a
 * mark must be stored before the write is sent. The service also refuses the mark of an attempt
 * that it has given up, so that a worker that was away too long does not write beside its
 * successor. All beats of the activity go through here, lest an older detail overwrite a newer one.
 */
final class SendMark {

  private static final String PROBING = "probing";
  private static final String SENDING = "sending";
  private static final String NOT_SENT = "not_sent";

  private final ActivityCompletionClient service;
  private final byte[] task;
  private String state;

  private SendMark(ActivityCompletionClient service, byte[] task, String state) {
    this.service = service;
    this.task = task;
    this.state = state;
  }

  /**
   * The mark as the attempt before left it. None at all proves that nothing was sent by this
   * activity.
   *
   * @param before whether an activity before this one may have sent the write
   */
  static SendMark of(ActivityExecutionContext context, boolean before) {
    return new SendMark(
        context.getWorkflowClient().newActivityCompletionClient(),
        context.getTaskToken(),
        before ? SENDING : context.getHeartbeatDetails(String.class).orElse(PROBING));
  }

  /** Whether the write may have left, in this attempt or an earlier one. */
  synchronized boolean maybeSent() {
    return !state.equals(PROBING) && !state.equals(NOT_SENT);
  }

  /** Must return before the write is sent; where it throws, the write must not be sent. */
  synchronized void sending() {
    service.heartbeat(task, SENDING);
    state = SENDING;
  }

  /** The write certainly did nothing. */
  synchronized void notSent() {
    service.heartbeat(task, NOT_SENT);
    state = NOT_SENT;
  }

  synchronized void beat() {
    service.heartbeat(task, state);
  }
}
