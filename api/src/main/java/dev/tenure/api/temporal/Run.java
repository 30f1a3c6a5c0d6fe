package dev.tenure.api.temporal;

import dev.tenure.model.hire.Resolution;
import java.util.List;

/** The newest workflow run of a hire, as Temporal shows it. */
public sealed interface Run {

  /** What became of it and what to do, for people. */
  String words();

  /** What an operator may answer while the hire is open. */
  List<Resolution> actions();

  /** At work, or waiting. */
  record Open(String runId) implements Run {

    @Override
    public String words() {
      return "The workflow is running.";
    }

    @Override
    public List<Resolution> actions() {
      return List.of();
    }
  }

  /**
   * Ended while its hire was open; Temporal still has its history.
   *
   * @param how in one word, e.g. {@code terminated}
   */
  record Over(String runId, String how) implements Run {

    @Override
    public String words() {
      return "The hire's workflow was "
          + how
          + " in Temporal, so nothing moves it on. retry carries it on from its last step by a"
          + " Temporal Reset; abort closes the hire here and leaves everything on the marketplace"
          + " as it is: decline what is still pending there, and end a contract in the app.";
    }

    @Override
    public List<Resolution> actions() {
      return List.of(Resolution.RETRY, Resolution.ABORT);
    }
  }

  /** Of the process that carried hires before this one, which cannot read its history. */
  record Earlier() implements Run {

    @Override
    public String words() {
      return "The hire was begun by an earlier version of Tenure, which this one cannot carry on."
          + " Nothing is lost on the marketplace: abort closes the hire here and leaves everything"
          + " there as it is; then begin the hire of the same proposal anew, and it takes up the"
          + " contract that exists.";
    }

    @Override
    public List<Resolution> actions() {
      return List.of(Resolution.ABORT);
    }
  }

  /** Temporal does not know it, or does not any more. */
  record Unknown() implements Run {

    @Override
    public String words() {
      return "Temporal does not know the hire's workflow any more, so nothing moves the hire on and"
          + " nothing can carry it on. abort closes the hire here and leaves everything on the"
          + " marketplace as it is: decline what is still pending there, and end a contract in the"
          + " app.";
    }

    @Override
    public List<Resolution> actions() {
      return List.of(Resolution.ABORT);
    }
  }
}
