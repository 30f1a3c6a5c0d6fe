package dev.tenure.sandbox.faults;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.EnumWord;
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
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * How a fault is ordered. What is left out is as usual for the kind, and the answer tells what that
 * is.
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
record FaultRequest(
    @Said String kind,
    @Nullable String method,
    @Nullable String path,
    @Nullable String event,
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
  private static final List<String> METHODS = List.of("*", "GET", "POST", "PUT", "PATCH", "DELETE");
  private static final int USUAL_BYTES = 16 << 20;

  /**
   * As it is kept.
   *
   * @param all the scopes that may be withdrawn
   * @throws InvalidRequest naming the field that does not fit the others
   */
  Fault.Order toOrder(List<String> all) {
    Fault.Kind what = requireNonNull(EnumWord.of(Fault.Kind.class, "kind", kind));
    refuseUnlessMeant(what, "method", method);
    refuseUnlessMeant(what, "path", path);
    refuseUnlessMeant(what, "event", event);
    refuseUnlessMeant(what, "status", status);
    refuseUnlessMeant(what, "delayMs", delayMs);
    refuseUnlessMeant(what, "bytes", bytes);
    refuseUnlessMeant(what, "scopes", scopes);
    refuseUnlessMeant(what, "location", location);
    refuseUnlessMeant(what, "pattern", pattern);
    refuseUnlessMeant(what, "replacement", replacement);
    if (what == Fault.Kind.SUBSTITUTE) {
      checkSubstitution();
    }
    return new Fault.Order(
        what.ofWebhooks() ? "*" : knownMethod(),
        what.ofWebhooks() ? requireNonNullElse(Texts.said(event), "*") : knownPath(),
        what,
        requireNonNullElse(times, 1L),
        probability == null ? 1 : probability.doubleValue(),
        requireNonNullElse(seed, 1L),
        knownStatus(what),
        requireNonNullElse(delayMs, what.usualDelayMs()),
        requireNonNullElse(bytes, USUAL_BYTES),
        knownScopes(what, all),
        location,
        pattern,
        what == Fault.Kind.SUBSTITUTE ? requireNonNullElse(replacement, "") : null);
  }

  /** Nobody is to believe that what is left aside here was tried. */
  private static void refuseUnlessMeant(Fault.Kind what, String field, @Nullable Object value) {
    InvalidRequest.require(
        value == null || what.looksAt(field), field, "does not fit this kind of fault");
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
    return known;
  }

  private int knownStatus(Fault.Kind what) {
    int known = requireNonNullElse(status, what.usualStatus());
    boolean redirect = what == Fault.Kind.REDIRECT;
    InvalidRequest.require(
        redirect == known < 400,
        "status",
        redirect ? "of a redirect must be below 400" : "must be at least 400");
    return known;
  }

  private List<String> knownScopes(Fault.Kind what, List<String> all) {
    if (what != Fault.Kind.WITHDRAW_SCOPES) {
      return List.of();
    }
    if (scopes == null || scopes.isEmpty() || !all.containsAll(scopes)) {
      throw InvalidRequest.field("scopes", "must be some of " + all);
    }
    return List.copyOf(scopes);
  }

  private void checkSubstitution() {
    if (pattern == null || pattern.isEmpty()) {
      throw missing("pattern", "the regular expression of what is replaced");
    }
    try {
      // The empty text fits the second way, so that the replacement is tried out as well.
      String _ = "".replaceAll("(?:" + pattern + ")|", requireNonNullElse(replacement, ""));
    } catch (PatternSyntaxException e) {
      throw InvalidRequest.field("pattern", "is no regular expression: " + e.getDescription());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw InvalidRequest.field("replacement", "cannot be used: " + e.getMessage());
    }
  }
}
