package dev.tenure.api.problem;

import dev.tenure.model.wire.WireName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and headers; everything that is wrong with them is told at once. */
public class Parameters {

  /** The most items that a page may have. */
  public static final int MOST_ITEMS = 200;

  /** How many it has where nothing is said. */
  public static final int USUAL_ITEMS = 50;

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final List<FieldError> errors = new ArrayList<>();

  /** How many items of a list, up to 200; 50 where nothing is said. */
  public int limit(@Nullable String text) {
    return (int) number("limit", text, USUAL_ITEMS, 1, MOST_ITEMS);
  }

  /** A place in a list, or nothing where it is absent. */
  public @Nullable Long place(String name, @Nullable String text) {
    return text == null ? null : number(name, text, 0, 0, Long.MAX_VALUE);
  }

  /** A whole number within bounds, or the default where it is absent. */
  public long number(String name, @Nullable String text, long byDefault, long least, long most) {
    if (text == null) {
      return byDefault;
    }
    Optional<Long> number = whole(text);
    if (number.isEmpty()) {
      wrong(name, name + " must be a whole number, not " + shortened(text) + ".");
    } else if (number.get() < least || number.get() > most) {
      wrong(name, name + " must be from " + least + " to " + most + ".");
    }
    return number.filter(read -> read >= least && read <= most).orElse(byDefault);
  }

  /** Java reads the digits of every script; here they are 0 to 9. */
  private static Optional<Long> whole(String text) {
    try {
      return WHOLE.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  /** A moment that the journal can compare with, or nothing where it is absent. */
  public @Nullable Instant instant(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      if (!at.isBefore(EARLIEST) && !at.isAfter(LATEST)) {
        return at;
      }
    } catch (DateTimeException e) {
      wrong(
          name,
          name + " must be a time such as 2027-01-31T00:00:00Z, not " + shortened(text) + ".");
      return null;
    }
    wrong(name, name + " must be a time from the year 1 to the year 9999.");
    return null;
  }

  /** One of an enum's wire names, or nothing where it is absent. */
  public <E extends Enum<E> & WireName> @Nullable E choice(
      String name, @Nullable String text, Class<E> type) {
    Optional<E> found = WireName.find(type, text);
    if (text != null && found.isEmpty()) {
      String offered =
          Arrays.stream(type.getEnumConstants())
              .map(WireName::wire)
              .collect(Collectors.joining(", "));
      wrong(name, name + " must be one of: " + offered + ".");
    }
    return found.orElse(null);
  }

  public void wrong(String name, String detail) {
    wrong(new FieldError(name, "bad_parameter", detail));
  }

  public void wrong(FieldError error) {
    errors.add(error);
  }

  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw Problems.malformed(
          errors.stream().map(FieldError::detail).collect(Collectors.joining(" ")), errors);
    }
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
