package dev.tenure.workflows;

/**
 * The order of the looks at a contract. Several steps look at the same time, and an answer that
 * comes late may show less than is known already: adopted, it would undo what people did meanwhile.
 */
final class Looks {
  private final Since newestCounts = new Since("the newest look counts");
  private long begun;
  private long adopted;

  /** Call before the look: its number. */
  long begin() {
    return ++begun;
  }

  /** Whether no answer to a later look was adopted yet. Runs of an earlier age adopted each. */
  boolean newest(long look) {
    if (look < adopted) {
      return !newestCounts.holds();
    }
    adopted = look;
    return true;
  }
}
