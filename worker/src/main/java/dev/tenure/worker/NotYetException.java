package dev.tenure.worker;

/** Temporal does not offer yet what the worker needs; the message is for people. */
final class NotYetException extends Exception {

  private static final long serialVersionUID = 1L;

  NotYetException(String words) {
    super(words);
  }
}
