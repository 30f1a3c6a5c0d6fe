package dev.tenure.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.api.links.ActionJson;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
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
    return with(path, errors, differences, hire, allowedActions, requiredScope);
  }

  public Problem withErrors(List<FieldError> all) {
    return with(instance, all, differences, hire, allowedActions, requiredScope);
  }

  public Problem differingFrom(String hirePath, List<Difference> all) {
    return with(instance, errors, all, hirePath, allowedActions, requiredScope);
  }

  public Problem allowing(List<ActionJson> actions) {
    return with(instance, errors, differences, hire, actions, requiredScope);
  }

  public Problem needing(String scope) {
    return with(instance, errors, differences, hire, allowedActions, scope);
  }

  /** The same with other members that not every problem has. */
  private Problem with(
      @Nullable String path,
      @Nullable List<FieldError> wrong,
      @Nullable List<Difference> different,
      @Nullable String about,
      @Nullable List<ActionJson> allowed,
      @Nullable String scope) {
    return new Problem(
        type, title, status, detail, code, path, wrong, different, about, allowed, scope);
  }
}
