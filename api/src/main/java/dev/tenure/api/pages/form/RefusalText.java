package dev.tenure.api.pages.form;

import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import io.micronaut.http.HttpStatus;

/** Says to a person at a form why it was not carried out. */
public final class RefusalText {

  private RefusalText() {}

  public static String of(ProblemException e) {
    Problem problem = e.problem();
    if (problem.status() != HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
      return problem.detail();
    }
    return switch (problem.code()) {
      case "worker_unavailable" ->
          "Nobody took it up in time; it may still be carried out. Sending it again is safe: it"
              + " happens once.";
      case "temporal_unavailable" ->
          "Temporal does not answer; it may still be carried out. Sending it again is safe: it"
              + " happens once.";
      default -> problem.detail();
    };
  }
}
