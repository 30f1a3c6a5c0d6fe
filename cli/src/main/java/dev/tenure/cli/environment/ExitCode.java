package dev.tenure.cli.environment;

/** What the everyday commands end with, for scripts. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** Something unforeseen, or a check that is red: of the doctor, of a plan, of the status. */
  public static final int FAILED = 1;

  /** The command line, a file or a variable that it names cannot be taken; nothing was sent. */
  public static final int USAGE = 2;

  /** No stack is up here, or the front, or something that it needs, does not answer. */
  public static final int UNAVAILABLE = 3;

  /** The state of the hire forbids it. */
  public static final int NOT_ALLOWED = 4;

  /** There is no such thing. */
  public static final int NOT_FOUND = 5;

  /** What was sent is wrong. */
  public static final int INVALID = 6;

  /** The front wants an API key, or another one. */
  public static final int NO_ACCESS = 7;

  /** A watched hire closed without a contract that ended. */
  public static final int CLOSED_OTHERWISE = 8;

  private ExitCode() {}
}
