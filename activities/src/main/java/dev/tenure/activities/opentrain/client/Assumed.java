package dev.tenure.activities.opentrain.client;

import dev.tenure.activities.opentrain.client.json.Update;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What OpenTrain's documents do not say and this client rests on. Each fact stands here alone, so
 * that it can be changed alone.
 */
public final class Assumed {

  /** An approval that shows only one of its two instants: the documents say "about 72 hours". */
  static final Duration APPROVAL_WINDOW = Duration.ofDays(3);

  private Assumed() {}

  /**
   * A 4xx is a refusal, before anything was executed. These belong to the edge and say nothing of
   * the kind.
   */
  static boolean saysNothing(int status) {
    return status == 408 || status == 425;
  }

  /** A hire guide's sample prints {@code FIXED} where every other page says this. */
  static @Nullable String paymentType(@Nullable String sent) {
    return "FIXED".equalsIgnoreCase(sent) ? "FIXED_PRICE" : sent;
  }

  /** Milestones are listed in their order where a sample leaves the number out. */
  static int milestoneNumber(@Nullable Integer sent, int index) {
    return sent == null ? index + 1 : sent;
  }

  /** The page of an approval, where an answer leaves it out. */
  static String approvalUrl(String origin, String approvalId) {
    return origin + "/approvals/" + approvalId;
  }

  /** An event that names its subject only as {@code resourceId} means what its family says. */
  public static @Nullable String resourceOf(Update event, String family) {
    String type = event.type();
    return type != null && type.startsWith(family) ? event.resourceId() : null;
  }

  /**
   * A cursor that OpenTrain does not take, or not any more: the feed starts over, since telling a
   * hire twice is harmless.
   */
  public static boolean cursorUnknown(Refused refused) {
    @Nullable String reason = refused.error().reason();
    boolean named =
        "cursor".equals(refused.error().detail("field"))
            || (reason != null && reason.contains("cursor"));
    return refused.status() == 410 || (refused.status() == 400 && named);
  }

  /**
   * Registration grants {@code jobs:write} and reading alone, and no token can make one that may
   * more than itself; so a scope beyond these was granted by a person who owns the account.
   */
  public static boolean onlyAfterClaim(String scope) {
    return scope.equals("webhooks:manage")
        || (scope.endsWith(":write") && !scope.equals("jobs:write"));
  }
}
