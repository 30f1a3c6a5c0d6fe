package dev.tenure.journal.store;

/**
 * Says for whom the journal is read right now. Every read model asks it, so that no caller can
 * forget to leave out the accounts that are not for the one who asks.
 */
@FunctionalInterface
public interface AccountAccess {

  /** What may be seen by whoever asks now; everything where nobody does but the process itself. */
  AccountFilter current();
}
