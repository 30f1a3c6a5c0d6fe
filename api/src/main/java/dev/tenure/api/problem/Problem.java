package dev.tenure.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.api.links.ActionJson;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An error, as RFC 9457 describes it.
 *
 * @param detail what happened and what to do about it
 * @param code stable name of the problem, the last part of its type
 * @param instance what it was asked of
 * @param errors everything that is wrong with the request
 * @param differences where the request differs from the hire that exists
 * @param hire the hire that it is about
 * @param allowedActions what the state allows instead
 * @param requiredScope the scope that a key needs for it
 */
@Serdeable
@Schema(name = "Problem", description = "An error (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    @Schema(example = "urn:tenure:problem:hire_exists") String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String instance,
    @Nullable List<FieldError> errors,
    @Nullable List<Difference> differences,
    @Nullable String hire,
    @Nullable List<ActionJson> allowedActions,
    @Nullable String requiredScope) {

  /** The media type of every error. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(HttpStatus status, String code, String title, String detail) {
    return new Problem(
        "urn:tenure:problem:" + code,
        title,
        status.getCode(),
        detail,
        code,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public Problem at(String path) {
    return with(members -> members.instance = path);
  }

  public Problem withErrors(List<FieldError> all) {
    return with(members -> members.errors = all);
  }

  public Problem withDifferences(List<Difference> all) {
    return with(members -> members.differences = all);
  }

  public Problem about(String hirePath) {
    return with(members -> members.hire = hirePath);
  }

  public Problem allowing(List<ActionJson> actions) {
    return with(members -> members.allowedActions = actions);
  }

  public Problem needing(String scope) {
    return with(members -> members.requiredScope = scope);
  }

  private Problem with(Consumer<Members> change) {
    var members = new Members(this);
    change.accept(members);
    return new Problem(
        type,
        title,
        status,
        detail,
        code,
        members.instance,
        members.errors,
        members.differences,
        members.hire,
        members.allowedActions,
        members.requiredScope);
  }

  /** What not every problem has. */
  private static final class Members {

    private @Nullable String instance;
    private @Nullable List<FieldError> errors;
    private @Nullable List<Difference> differences;
    private @Nullable String hire;
    private @Nullable List<ActionJson> allowedActions;
    private @Nullable String requiredScope;

    Members(Problem problem) {
      this.instance = problem.instance;
      this.errors = problem.errors;
      this.differences = problem.differences;
      this.hire = problem.hire;
      this.allowedActions = problem.allowedActions;
      this.requiredScope = problem.requiredScope;
    }
  }
}
