package dev.tenure.journal.run;

/** What came of an attempt to start a hire's workflow. */
public sealed interface StartOutcome {

  /**
   * It runs, by this start or an earlier one.
   *
   * @param runId its newest workflow run
   */
  record Started(String runId) implements StartOutcome {}

  /** The workflow service is away; another attempt follows. */
  record Later() implements StartOutcome {}

  /**
   * It will never be started as it is.
   *
   * @param words why, for people
   */
  record Refused(String words) implements StartOutcome {}
}
