package dev.tenure.activities.opentrain;

import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.json.Update;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What OpenTrain's documents do not say and this client rests on. Each fact stands here alone, so
 * that it can be changed alone.
 */
final class Assumed {

  /** An approval that shows only one of its two instants: the documents say "about 72 hours". */
  static final Duration APPROVAL_WINDOW = Duration.ofDays(3);

  private Assumed() {}

  /**
   * A 4xx that carries the error envelope was refused before anything was executed. 408 and 425
   * belong to the edge and say nothing of the kind.
   */
  static boolean refusedUnexecuted(int status) {
    return status >= 400 && status < 500 && status != 408 && status != 425;
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
  static @Nullable String resourceOf(Update event, String family) {
    String type = event.type();
    return type != null && type.startsWith(family) ? event.resourceId() : null;
  }

  /**
   * A cursor that OpenTrain does not take: the feed starts over, since ringing twice is harmless.
   */
  static boolean cursorUnknown(Refused refused) {
    return refused.status() == 400 && "cursor".equals(refused.error().detail("field"));
  }

  /**
   * Registration grants {@code jobs:write} and reading alone, and no token can make one that may
   * more than itself; so a scope beyond these was granted by a person who owns the account.
   */
  static boolean onlyAfterClaim(String scope) {
    return scope.equals("webhooks:manage")
        || (scope.endsWith(":write") && !scope.equals("jobs:write"));
  }
}
