package dev.tenure.workflows.connection;

/** The settings of the connection do not fit together; the message is for people. */
public final class ConnectionSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ConnectionSettingsException(String words) {
    super(words);
  }
}
