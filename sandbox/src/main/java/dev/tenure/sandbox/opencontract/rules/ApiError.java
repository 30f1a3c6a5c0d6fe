package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.http.EnumWord;
import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** OpenContract says no; nothing was changed. */
public class ApiError extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** The codes of the envelope with their HTTP status. */
  public enum Code implements EnumWord {
    INVALID_REQUEST(400),
    INVALID_CHALLENGE(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    KEY_NOT_FOUND(404),
    CONFLICT(409),
    DUPLICATE_CONTRACT(409),
    RATE_LIMITED(429),
    TOO_MANY_PENDING_ATTEMPTS(429),
    TOO_MANY_PROFILE_UPDATES(429),
    INTERNAL_ERROR(500);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private final Code code;
  private final @Nullable Duration retryAfter;

  private ApiError(Code code, String words, @Nullable Duration retryAfter) {
    super(words, null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  public Code code() {
    return code;
  }

  public String words() {
    String words = getMessage();
    return words == null ? code.word() : words;
  }

  /** After how long the wall's time the caller may come back; null where no time heals it. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  public static ApiError of(Code code, String words) {
    return new ApiError(code, words, null);
  }

  public static ApiError of(Code code, String words, Duration retryAfter) {
    return new ApiError(code, words, retryAfter);
  }

  public static ApiError invalid(String words) {
    return of(Code.INVALID_REQUEST, words);
  }

  public static ApiError unauthorized(String words) {
    return of(Code.UNAUTHORIZED, words);
  }

  public static ApiError forbidden(String words) {
    return of(Code.FORBIDDEN, words);
  }

  public static ApiError missing(String words) {
    return of(Code.NOT_FOUND, words);
  }

  public static ApiError conflict(String words) {
    return of(Code.CONFLICT, words);
  }
}
