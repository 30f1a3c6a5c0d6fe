package dev.tenure.api.hires;

import dev.tenure.journal.read.ApprovalQuery.Place;
import dev.tenure.journal.read.IncidentQuery;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The opaque cursors of lists. */
public final class Cursors {

  private static final String HIRES = "h";
  private static final String APPROVALS = "a";
  private static final String INCIDENTS = "i";

  private Cursors() {}

  static String hire(long seq) {
    return write(HIRES + seq);
  }

  static Optional<Long> hire(String cursor) {
    try {
      return read(cursor, HIRES).map(Long::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  public static String approval(Place place) {
    return write(APPROVALS + place.expiresAt() + " " + place.id());
  }

  public static Optional<Place> approval(String cursor) {
    try {
      return read(cursor, APPROVALS)
          .map(text -> text.split(" ", 2))
          .filter(parts -> parts.length == 2)
          .map(parts -> new Place(Instant.parse(parts[0]), parts[1]));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public static String incident(IncidentQuery.Place place) {
    return write(INCIDENTS + place.openedAt() + " " + place.hireId() + " " + place.id());
  }

  public static Optional<IncidentQuery.Place> incident(String cursor) {
    try {
      return read(cursor, INCIDENTS)
          .map(text -> text.split(" ", 3))
          .filter(parts -> parts.length == 3)
          .map(parts -> new IncidentQuery.Place(Instant.parse(parts[0]), parts[1], parts[2]));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Optional<String> read(String cursor, String kind) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return text.startsWith(kind) ? Optional.of(text.substring(1)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
