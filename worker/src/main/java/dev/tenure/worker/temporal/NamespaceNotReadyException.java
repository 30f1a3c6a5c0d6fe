package dev.tenure.worker.temporal;

/** Temporal does not offer yet what the worker needs; the message is for people. */
public final class NamespaceNotReadyException extends Exception {

  private static final long serialVersionUID = 1L;

  NamespaceNotReadyException(String words) {
    super(words);
  }
}
