package dev.tenure.journal.metric;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many there are of everything, as of one moment.
 *
 * @param hires by status; of a status without hires there is no entry
 * @param pending the pending approvals by kind; of a kind without any there is no entry
 * @param incidents the open incidents by cause; of a cause without any there is no entry
 * @param accounts those that have an open hire, or were served within the last hour
 */
public record Figures(
    Map<String, Long> hires,
    Map<String, Waiting> pending,
    Map<String, Waiting> incidents,
    List<Account> accounts) {

  public Figures {
    hires = Map.copyOf(hires);
    pending = Map.copyOf(pending);
    incidents = Map.copyOf(incidents);
    accounts = List.copyOf(accounts);
  }

  /**
   * What waits for a person.
   *
   * @param since when the one that has waited longest began
   */
  public record Waiting(long count, Instant since) {}

  /**
   * How an account is served.
   *
   * @param feedAt when its updates feed was last followed
   * @param sweptAt when its active contracts were last read
   * @param servedAt when a worker last said that it serves it
   */
  public record Account(
      String id, @Nullable Instant feedAt, @Nullable Instant sweptAt, @Nullable Instant servedAt) {}
}
