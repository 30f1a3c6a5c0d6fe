package dev.tenure.api.hires.command;

import dev.tenure.api.problem.Parameters;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers that every command takes.
 *
 * @param key what makes it the same command when it is repeated; one is made where it is absent
 * @param ifMatch the ETag of the hire that the command was made from; where it is absent, or {@code
 *     *}, the hire is taken as it stands
 */
public record CommandHeaders(@Nullable String key, @Nullable String ifMatch) {

  /** The header of the key. */
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** 1 to 200 printable ASCII characters, with no space at either end. */
  public static final String KEY_PATTERN = "^[\\x21-\\x7e]([\\x20-\\x7e]{0,198}[\\x21-\\x7e])?$";

  private static final Pattern PRINTABLE = Pattern.compile(KEY_PATTERN);

  /**
   * Checks the key.
   *
   * @throws dev.tenure.api.problem.ProblemException when the key is too long or not printable
   */
  public CommandHeaders {
    if (key != null && !PRINTABLE.matcher(key).matches()) {
      var parameters = new Parameters();
      parameters.wrong(
          IDEMPOTENCY_KEY,
          IDEMPOTENCY_KEY + " must be one key of 1 to 200 printable ASCII characters.");
      parameters.throwIfAny();
    }
    ifMatch = ifMatch == null || ifMatch.strip().equals("*") ? null : ifMatch;
  }

  /** What a request says. */
  public static CommandHeaders of(HttpRequest<?> request) {
    return new CommandHeaders(
        all(request, IDEMPOTENCY_KEY, "\n"), all(request, HttpHeaders.IF_MATCH, ","));
  }

  /** Whatever a header says, however often it was sent: two keys together are none. */
  private static @Nullable String all(HttpRequest<?> request, String name, String between) {
    List<String> values = request.getHeaders().getAll(name);
    return values.isEmpty() ? null : String.join(between, values);
  }

  /** A key alone. */
  public static CommandHeaders ofKey(@Nullable String key) {
    return new CommandHeaders(key, null);
  }
}
