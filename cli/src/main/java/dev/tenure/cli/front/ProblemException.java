package dev.tenure.cli.front;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;

/** The front refused, and said why as problem+json. */
public final class ProblemException extends Refused {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String body;
  private final transient JsonNode problem;

  ProblemException(int status, String body, JsonNode problem) {
    super(problem.path("detail").asText("The front answered " + status), null, exitCode(status));
    this.status = status;
    this.body = body;
    this.problem = problem;
  }

  /** The answer as it came. */
  public String body() {
    return body;
  }

  public JsonNode problem() {
    return problem;
  }

  public String code() {
    return problem.path("code").asText("");
  }

  /** Whether it may be over in a while, as while the front's database is away. */
  boolean isPassing() {
    return status >= 500 || status == 429;
  }

  private static int exitCode(int status) {
    return switch (status) {
      case 400, 413, 415, 422 -> ExitCode.INVALID;
      case 401, 403 -> ExitCode.NO_ACCESS;
      case 404 -> ExitCode.NOT_FOUND;
      case 409, 412 -> ExitCode.NOT_ALLOWED;
      case 502, 503, 504 -> ExitCode.UNAVAILABLE;
      default -> ExitCode.FAILED;
    };
  }
}
