package dev.tenure.api.paging;

import dev.tenure.api.problem.Parameters;
import dev.tenure.journal.access.ApiKeyRecords;
import dev.tenure.journal.read.ApprovalQuery;
import dev.tenure.journal.read.IncidentQuery;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The opaque cursors of a list: base64url over its kind and a place. Only what this front writes is
 * read; everything else is told apart from it before it comes near the journal.
 *
 * @param <P> where an item stands in the list
 */
public final class Cursor<P> {

  public static final Cursor<Long> HIRES = new Cursor<>("h", 1, List::of, Cursor::number);

  public static final Cursor<Long> AUDIT = new Cursor<>("u", 1, List::of, Cursor::number);

  public static final Cursor<ApprovalQuery.Place> APPROVALS =
      new Cursor<>(
          "a",
          2,
          place -> List.of(place.expiresAt(), place.id()),
          parts -> new ApprovalQuery.Place(instant(parts[0]), id(parts[1])));

  public static final Cursor<IncidentQuery.Place> INCIDENTS =
      new Cursor<>(
          "i",
          3,
          place -> List.of(place.openedAt(), place.hireId(), place.id()),
          parts -> new IncidentQuery.Place(instant(parts[0]), id(parts[1]), id(parts[2])));

  public static final Cursor<ApiKeyRecords.Place> API_KEYS =
      new Cursor<>(
          "k",
          2,
          place -> List.of(place.createdAt(), place.id()),
          parts -> new ApiKeyRecords.Place(instant(parts[0]), id(parts[1])));

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Pattern ID = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,1000}");

  /** What the journal can compare with: PostgreSQL's times end long before Java's. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private final String kind;
  private final int parts;
  private final Function<P, List<?>> writer;
  private final Function<String[], P> reader;

  private Cursor(
      String kind, int parts, Function<P, List<?>> writer, Function<String[], P> reader) {
    this.kind = kind;
    this.parts = parts;
    this.writer = writer;
    this.reader = reader;
  }

  public String write(P place) {
    return encoded(
        kind + writer.apply(place).stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  /** The place that a cursor names; where it is none of ours, it is noted as a wrong parameter. */
  public @Nullable P read(Parameters parameters, @Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    Optional<P> read = Optional.empty();
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] split = text.isEmpty() ? new String[0] : text.substring(1).split(" ", parts);
      if (text.startsWith(kind) && split.length == parts && encoded(text).equals(cursor)) {
        read = Optional.of(reader.apply(split));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      read = Optional.empty();
    }
    if (read.isEmpty()) {
      parameters.wrong("cursor", "cursor must be the next of an earlier page of this list.");
    }
    return read.orElse(null);
  }

  private static String encoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Long number(String[] parts) {
    return Long.valueOf(matching(NUMBER, parts[0]));
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
