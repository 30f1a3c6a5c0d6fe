package dev.tenure.api.problem;

import io.micronaut.http.HttpStatus;
import java.util.List;

/** The problems that the front can name. */
public final class Problems {

  private static final int SOON = 2;

  private Problems() {}

  public static ProblemException malformed(String detail, List<FieldError> errors) {
    Problem problem =
        Problem.of(HttpStatus.BAD_REQUEST, "malformed_request", "Malformed request", detail);
    return new ProblemException(errors.isEmpty() ? problem : problem.withErrors(errors));
  }

  /** It cannot be read, and may break rules as well. */
  public static ProblemException malformed(List<FieldError> errors) {
    return malformed(summary(errors), errors);
  }

  public static ProblemException invalid(List<FieldError> errors) {
    return new ProblemException(
        Problem.of(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalid_request",
                "Invalid request",
                summary(errors))
            .withErrors(errors));
  }

  private static String summary(List<FieldError> errors) {
    return errors.size() == 1
        ? errors.getFirst().detail()
        : errors.size() + " things are wrong with the request; see errors.";
  }

  public static ProblemException notFound(String code, String detail) {
    return new ProblemException(Problem.of(HttpStatus.NOT_FOUND, code, "Not found", detail));
  }

  /** There is no such hire, or none that whoever asks may see. */
  public static ProblemException noHire(String id) {
    return notFound("hire_not_found", "There is no hire " + id + ".");
  }

  /** The hire has no milestone of that key. */
  public static ProblemException noMilestone(String hireId, String key) {
    return notFound(
        "milestone_not_found",
        "Hire %s has no milestone %s; see milestones[].key of it.".formatted(hireId, key));
  }

  public static ProblemException conflict(String code, String title, String detail) {
    return new ProblemException(Problem.of(HttpStatus.CONFLICT, code, title, detail));
  }

  public static ProblemException unavailable(String code, String detail) {
    return new ProblemException(
        Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, "Not available now", detail), SOON);
  }

  public static ProblemException unauthorized(String detail) {
    return new ProblemException(
        Problem.of(HttpStatus.UNAUTHORIZED, "unauthorized", "API key needed", detail));
  }
}
