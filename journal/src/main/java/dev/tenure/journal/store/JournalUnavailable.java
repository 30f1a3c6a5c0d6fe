package dev.tenure.journal.store;

/** The journal cannot be reached now; what was asked for may be asked again. */
public final class JournalUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JournalUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  JournalUnavailable(String message) {
    super(message);
  }
}
