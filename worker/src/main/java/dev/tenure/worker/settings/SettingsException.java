package dev.tenure.worker.settings;

/** A setting that the worker cannot start with; the message is for people. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SettingsException(String words) {
    super(words);
  }
}
