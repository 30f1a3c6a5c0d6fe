package dev.tenure.worker;

/** A setting that the worker cannot begin with; the message is for people. */
final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SettingsException(String words) {
    super(words);
  }
}
