package dev.tenure.activities.sweep;

import java.util.Map;
import java.util.Set;

/** Where the Working Contracts of an account are listed, terminal ones among them. */
@FunctionalInterface
public interface WorkingContractsSource {

  /**
   * What the list shows, newest first, as far as it is read: until all that are looked for were
   * seen, the list ends, or the source's own limit is reached.
   *
   * @param wanted ids of contracts
   * @return the statuses as sent, by id; of a contract that was not reached there is none
   */
  Map<String, String> statuses(Set<String> wanted) throws NoContractsException;
}
