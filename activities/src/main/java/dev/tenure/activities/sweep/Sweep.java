package dev.tenure.activities.sweep;

/** The sweeps over one account, each with what the one before it saw. */
interface Sweep {

  /** Sweeps once, where a sweep is worth it. */
  void next() throws NoContractsException;

  /** Makes the sweeps of an account. */
  @FunctionalInterface
  interface Factory {

    /**
     * The sweeps of that account.
     *
     * @param settle waits until a hire has read what others told it of
     */
    Sweep of(String account, Runnable settle);
  }
}
