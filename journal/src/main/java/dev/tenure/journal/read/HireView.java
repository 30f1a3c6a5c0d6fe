package dev.tenure.journal.read;

import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hire with its milestones, in order, and its incidents, oldest first, closed ones too.
 *
 * @param feesBooked what the marketplace really charged beside the amounts; absent until everything
 *     that it booked for the hire is matched
 */
public record HireView(
    HireRow row,
    List<MilestoneDocument> milestones,
    List<IncidentDocument> incidents,
    @Nullable Money feesBooked) {

  public HireView {
    milestones = List.copyOf(milestones);
    incidents = List.copyOf(incidents);
  }

  public String id() {
    return row.id();
  }

  public HireDocument document() {
    return row.document();
  }

  /** Whether it is one on OpenContract, where there are no proposals and no ledger. */
  public boolean openContract() {
    return row.plan().openContract() != null;
  }

  /** The milestone of that key. */
  public Optional<MilestoneDocument> milestone(@Nullable String key) {
    return milestones.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** The incident of that id, open or closed. */
  public Optional<IncidentDocument> incident(String id) {
    return incidents.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public List<IncidentDocument> openIncidents() {
    return incidents.stream().filter(IncidentDocument::open).toList();
  }
}
