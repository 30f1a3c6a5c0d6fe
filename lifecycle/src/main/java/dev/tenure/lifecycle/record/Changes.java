package dev.tenure.lifecycle.record;

import dev.tenure.lifecycle.hire.HireState;
import dev.tenure.lifecycle.hire.Recorded;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The difference between what was told of a hire and its state: the documents that changed, the
 * events in business words, and new lines of the ledger.
 *
 * @param snapshot what counts as told once these changes are
 */
public record Changes<S extends HireSnapshot>(
    S snapshot,
    HireDocument header,
    List<MilestoneDocument> milestones,
    List<ApprovalDocument> approvals,
    List<IncidentDocument> incidents,
    List<HireEvent> events,
    List<LedgerEntry> ledger) {

  /**
   * What is new, with its versions and event numbers.
   *
   * @param state makes the documents as they stand
   * @param drafts the events, in the order of cause and effect
   */
  public static <S extends HireSnapshot> Changes<S> between(
      S before,
      HireState<?> hire,
      Supplier<S> state,
      List<EventDraft> drafts,
      List<LedgerEntry> ledger,
      Instant now) {
    S after = state.get();
    HireDocument header = Objects.requireNonNull(after.header());
    List<String> changed =
        after.documents().entrySet().stream()
            .filter(entry -> !entry.getValue().equals(before.documents().get(entry.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    if (changed.isEmpty()
        && drafts.isEmpty()
        && ledger.isEmpty()
        && header.equals(before.header())) {
      return new Changes<>(after, header, List.of(), List.of(), List.of(), List.of(), List.of());
    }
    Recorded recorded = hire.recorded();
    recorded.change(now);
    changed.forEach(recorded::changed);
    S told = state.get();
    return new Changes<>(
        told,
        Objects.requireNonNull(told.header()),
        documents(told, changed, MilestoneDocument.class),
        documents(told, changed, ApprovalDocument.class),
        documents(told, changed, IncidentDocument.class),
        drafts.stream().map(draft -> draft.event(recorded.nextEvent(), now)).toList(),
        List.copyOf(ledger));
  }

  /**
   * Everything as it stands, as if nothing had been told; without events.
   *
   * @param ledger every line of the hire's ledger
   */
  public static <S extends HireSnapshot> Changes<S> everything(S state, List<LedgerEntry> ledger) {
    List<String> all = List.copyOf(state.documents().keySet());
    return new Changes<>(
        state,
        Objects.requireNonNull(state.header()),
        documents(state, all, MilestoneDocument.class),
        documents(state, all, ApprovalDocument.class),
        documents(state, all, IncidentDocument.class),
        List.of(),
        List.copyOf(ledger));
  }

  private static <D> List<D> documents(HireSnapshot told, List<String> changed, Class<D> kind) {
    return changed.stream()
        .map(key -> told.documents().get(key))
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  public boolean isEmpty(HireSnapshot before) {
    HireDocument known = before.header();
    return known != null && known.version() == header.version();
  }

  /** For the journal, said by this run, with the plan that the hire goes by. */
  public RecordBatch batch(HireState<?> hire, String runId) {
    return new RecordBatch(
        hire.id(),
        runId,
        hire.recorded().continuedFrom(),
        header,
        milestones,
        approvals,
        incidents,
        events,
        ledger,
        hire.plan());
  }
}
