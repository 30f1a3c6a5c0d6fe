package dev.tenure.activities.notify;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.money.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people are told of a pending approval. It names no person.
 *
 * @param approvalId the approval; with number and channel it identifies the notice for good
 * @param number counts the notices of the approval from 1
 * @param of how many there are at most
 * @param milestone how people recognise the milestone concerned
 * @param amount what is asked for, without fees
 * @param feesEstimated what the marketplace is expected to charge on top
 * @param url where a signed-in person confirms or declines
 * @param asOf the moment at which all this was read
 */
public record Notice(
    String channel,
    int number,
    int of,
    String hireId,
    String approvalId,
    String proposalId,
    ApprovalKind kind,
    @Nullable String milestone,
    @Nullable Money amount,
    @Nullable Money feesEstimated,
    String url,
    Instant expiresAt,
    Instant asOf) {

  /** The same for every attempt to deliver this notice, and for no other notice. */
  public String id() {
    return approvalId + "." + number + "." + channel;
  }

  /** The id of the first notice of this approval on this channel. */
  String firstId() {
    return approvalId + ".1." + channel;
  }

  Duration timeLeft() {
    return Duration.between(asOf, expiresAt);
  }

  boolean last() {
    return number == of;
  }
}
