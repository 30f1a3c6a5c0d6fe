package dev.tenure.api.paging;

import dev.tenure.api.problem.Parameters;
import dev.tenure.journal.access.ApiKeyRecords;
import dev.tenure.journal.read.ApprovalQuery;
import dev.tenure.journal.read.IncidentQuery;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The opaque cursors of lists: base64url over a kind and a place. Only what this front writes is
 * read; everything else is told apart from it before it comes near the journal.
 */
public final class Cursors {

  private static final String HIRES = "h";
  private static final String APPROVALS = "a";
  private static final String INCIDENTS = "i";
  private static final String API_KEYS = "k";
  private static final String AUDIT = "u";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Pattern ID = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,1000}");

  /** What the journal can compare with: PostgreSQL's times end long before Java's. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Cursors() {}

  public static String hire(long seq) {
    return write(HIRES + seq);
  }

  public static @Nullable Long hire(Parameters parameters, @Nullable String cursor) {
    return read(parameters, cursor, HIRES, 1, parts -> number(parts[0]));
  }

  public static String approval(ApprovalQuery.Place place) {
    return write(APPROVALS + place.expiresAt() + " " + place.id());
  }

  public static ApprovalQuery.@Nullable Place approval(
      Parameters parameters, @Nullable String cursor) {
    return read(
        parameters,
        cursor,
        APPROVALS,
        2,
        parts -> new ApprovalQuery.Place(instant(parts[0]), id(parts[1])));
  }

  public static String incident(IncidentQuery.Place place) {
    return write(INCIDENTS + place.openedAt() + " " + place.hireId() + " " + place.id());
  }

  public static IncidentQuery.@Nullable Place incident(
      Parameters parameters, @Nullable String cursor) {
    return read(
        parameters,
        cursor,
        INCIDENTS,
        3,
        parts -> new IncidentQuery.Place(instant(parts[0]), id(parts[1]), id(parts[2])));
  }

  public static String apiKey(ApiKeyRecords.Place place) {
    return write(API_KEYS + place.createdAt() + " " + place.id());
  }

  public static ApiKeyRecords.@Nullable Place apiKey(
      Parameters parameters, @Nullable String cursor) {
    return read(
        parameters,
        cursor,
        API_KEYS,
        2,
        parts -> new ApiKeyRecords.Place(instant(parts[0]), id(parts[1])));
  }

  public static String audit(long id) {
    return write(AUDIT + id);
  }

  public static @Nullable Long audit(Parameters parameters, @Nullable String cursor) {
    return read(parameters, cursor, AUDIT, 1, parts -> number(parts[0]));
  }

  private static String write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The place that a cursor names; where it is none of ours, it is noted as a wrong parameter. */
  private static <P> @Nullable P read(
      Parameters parameters,
      @Nullable String cursor,
      String kind,
      int parts,
      Function<String[], P> place) {
    if (cursor == null) {
      return null;
    }
    Optional<P> read = Optional.empty();
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] split = text.isEmpty() ? new String[0] : text.substring(1).split(" ", parts);
      if (text.startsWith(kind) && split.length == parts && write(text).equals(cursor)) {
        read = Optional.of(place.apply(split));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      read = Optional.empty();
    }
    if (read.isEmpty()) {
      parameters.wrong("cursor", "cursor must be the next of an earlier page of this list.");
    }
    return read.orElse(null);
  }

  private static Long number(String text) {
    return Long.valueOf(matching(NUMBER, text));
  }

  private static String id(String text) {
    return matching(ID, text);
  }

  private static Instant instant(String text) {
    Instant at = Instant.parse(text);
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw new DateTimeException("out of the journal's range: " + text);
    }
    return at;
  }

  private static String matching(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("no part of a cursor");
    }
    return text;
  }
}
