package dev.tenure.journal.account;

import dev.tenure.model.hire.MilestoneDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open hire that a contract belongs to, as far as it is recorded.
 *
 * @param contractId the contract that it knows of
 */
public record SweptHire(
    String hireId, @Nullable String contractId, List<MilestoneDocument> milestones) {
  public SweptHire {
    milestones = List.copyOf(milestones);
  }
}
