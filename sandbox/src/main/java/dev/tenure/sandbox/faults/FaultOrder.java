package dev.tenure.sandbox.faults;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.http.Texts;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a fault is ordered, and as it is kept. What is left out is as usual for the kind, and the
 * answer tells what that is.
 *
 * @param kind what goes wrong
 * @param method of the requests; any when it is left out
 * @param path of the requests; a star stands for one segment. Every kind but those of webhooks
 *     needs it
 * @param event the type of webhook deliveries, in place of a path; any when it is left out
 * @param times how many requests or deliveries run into it at most; 1 when it is left out
 * @param probability of each one; 1 when it is left out
 * @param seed of the draws; 1 when it is left out
 * @param status of the answer: of status and bare_status at least 400, and 503 when it is left out;
 *     of redirect below 400, and 308 when it is left out
 * @param delayMs how late it is; when it is left out, 1000 for delay, 5000 for feed_lag,
 *     contract_late and approval_late, 2000 for webhook_late, 600000 for webhook_stale; 0 for
 *     rate_limit and rate_limit_date, which tell it in Retry-After
 * @param bytes of an oversized body; 16777216 when it is left out
 * @param scopes that withdraw_scopes takes, which needs them
 * @param location where a redirect leads; the same path under /moved when it is left out
 * @param pattern the regular expression of what a substitute replaces, which needs it
 * @param replacement what a substitute puts there; nothing when it is left out
 */
@Serdeable
@Strict
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaultOrder(
    @Required Fault.Kind kind,
    @Nullable String method,
    @Nullable @Text String path,
    @Nullable @Text String event,
    @Nullable @Min(1) @Max(Integer.MAX_VALUE) Long times,
    @Nullable @Positive(message = SHARE) @DecimalMax(value = "1", message = SHARE)
        BigDecimal probability,
    @Nullable @Min(0) @Max(Integer.MAX_VALUE) Long seed,
    @Nullable @Min(300) @Max(599) Integer status,
    @Nullable @Min(0) @Max(3_600_000) Long delayMs,
    @Nullable @Min(1) @Max(64 << 20) Integer bytes,
    @Nullable List<String> scopes,
    @Nullable
        @Pattern(regexp = "^[!-~]+$", message = "must be a URL or a path")
        @Size(max = 2_048, message = Constraints.TOO_LONG)
        String location,
    @Nullable @Text String pattern,
    @Nullable @Text String replacement)
    implements RequestBody {
  private static final String SHARE = "must be above 0 and at most 1";
  private static final List<String> METHODS =
      List.of("*", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final int USUAL_BYTES = 16 << 20;
  private static final java.util.regex.Pattern TWO_STARS =
      java.util.regex.Pattern.compile("\\*[^/*]+\\*");

  /**
   * Strikes the next one that fits, in the usual way.
   *
   * @param path that of requests; not looked at by a kind that strikes none
   * @param scopes that a token may have; all are withdrawn where any are
   * @throws InvalidRequest when there can be no such path
   */
  public static FaultOrder once(Fault.Kind kind, String path, List<String> scopes) {
    return new FaultOrder(
            kind,
            null,
            kind.looksAt("path") ? path : null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            kind.looksAt("scopes") ? scopes : null,
            null,
            null,
            null)
        .complete(scopes);
  }

  /**
   * With all that its kind looks at.
   *
   * @param all the scopes that may be withdrawn
   * @throws InvalidRequest naming the field that does not fit the others
   */
  FaultOrder complete(List<String> all) {
    return new FaultOrder(
        kind,
        known("method", method, this::knownMethod),
        known("path", path, this::knownPath),
        known("event", event, () -> requireNonNullElse(Texts.said(event), "*")),
        requireNonNullElse(times, 1L),
        requireNonNullElse(probability, BigDecimal.ONE),
        requireNonNullElse(seed, 1L),
        known("status", status, this::knownStatus),
        known("delayMs", delayMs, () -> requireNonNullElse(delayMs, kind.usualDelayMs())),
        known("bytes", bytes, () -> requireNonNullElse(bytes, USUAL_BYTES)),
        known("scopes", scopes, () -> knownScopes(all)),
        known("location", location, () -> location),
        known("pattern", pattern, this::knownPattern),
        known("replacement", replacement, this::knownReplacement));
  }

  /** Nobody is to believe that a field was tried which its kind leaves aside. */
  private <T> @Nullable T known(
      String field, @Nullable T given, Supplier<? extends @Nullable T> known) {
    boolean meant = kind.looksAt(field);
    InvalidRequest.require(meant || given == null, field, "does not fit this kind of fault");
    return meant ? known.get() : null;
  }

  /** A kind needs what it does not have; the words say what to send. */
  private static InvalidRequest missing(String field, String words) {
    return InvalidRequest.field(field, Constraints.IS_REQUIRED + ": " + words);
  }

  private String knownMethod() {
    String known = requireNonNullElse(Texts.said(method), "*").toUpperCase(Locale.ROOT);
    InvalidRequest.require(METHODS.contains(known), "method", "must be one of " + METHODS);
    return known;
  }

  private String knownPath() {
    String known = Texts.said(path);
    if (known == null) {
      throw missing("path", "that of the requests, such as /milestones/*/fund");
    }
    InvalidRequest.require(known.startsWith("/"), "path", "must begin with /");
    InvalidRequest.require(
        !TWO_STARS.matcher(known).find(), "path", "may have one star in a segment");
    return known;
  }

  private int knownStatus() {
    int known = requireNonNullElse(status, kind.usualStatus());
    boolean redirect = kind == Fault.Kind.REDIRECT;
    InvalidRequest.require(
        redirect == known < 400,
        "status",
        redirect ? "of a redirect must be below 400" : "must be at least 400");
    return known;
  }

  private List<String> knownScopes(List<String> all) {
    if (scopes == null || scopes.isEmpty() || !all.containsAll(scopes)) {
      throw InvalidRequest.field("scopes", "must be some of " + all);
    }
    return List.copyOf(scopes);
  }

  private String knownPattern() {
    if (pattern == null || pattern.isEmpty()) {
      throw missing("pattern", "the regular expression of what is replaced");
    }
    try {
      return java.util.regex.Pattern.compile(pattern).pattern();
    } catch (PatternSyntaxException e) {
      throw InvalidRequest.field("pattern", "is no regular expression: " + e.getDescription());
    }
  }

  /** It is tried out with groups of the same numbers and names, all of them empty. */
  private String knownReplacement() {
    java.util.regex.Pattern compiled = java.util.regex.Pattern.compile(knownPattern());
    Set<String> names = compiled.namedGroups().keySet();
    String groups =
        "()".repeat(compiled.matcher("").groupCount() - names.size())
            + names.stream().map("(?<%s>)"::formatted).collect(Collectors.joining());
    String wanted = requireNonNullElse(replacement, "");
    try {
      String _ = "".replaceAll(groups, wanted);
      return wanted;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw InvalidRequest.field("replacement", "cannot be used: " + e.getMessage());
    }
  }
}
