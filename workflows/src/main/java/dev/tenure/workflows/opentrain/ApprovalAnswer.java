package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import org.jspecify.annotations.Nullable;

/**
 * What a read of an approval showed.
 *
 * @param contract the contract as read after an approval that is final; absent where it is still
 *     pending, or could not be read
 */
public record ApprovalAnswer(ApprovalReading approval, @Nullable ContractReading contract) {
  public ApprovalAnswer(ApprovalReading approval) {
    this(approval, null);
  }
}
