package dev.tenure.journal.record;

/** A word about a hire that was never entered. */
public final class UnknownHireException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownHireException(String hireId) {
    super("the journal has no hire " + hireId);
  }
}
