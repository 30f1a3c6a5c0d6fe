package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person must co-sign.
 *
 * @param milestone key of the milestone concerned
 * @param words what it is, e.g. "funding of m2"
 * @param ask the call that asks for it
 * @param terms the first milestone as it is asked for, with the hire only
 * @param ready waits until nothing of its own speaks against asking, each time before it is asked
 * @param reached looks whether people have reached its goal by another way
 */
record CoSignRequest(
    ApprovalKind kind,
    @Nullable String milestone,
    @Nullable Money amount,
    @Nullable Money fees,
    String words,
    Function<MarketplaceActivities, AskAnswer> ask,
    @Nullable MilestonePlan terms,
    Runnable ready,
    BooleanSupplier reached) {

  String priced() {
    return amount == null ? words : words + ", " + amount;
  }
}
