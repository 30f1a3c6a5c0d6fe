package dev.tenure.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The API's values as people say them. */
public final class Formats {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Formats() {}

  /** {@code {"amount": "450.00", "currency": "USD"}} as {@code $450.00}. */
  public static String money(JsonNode money) {
    if (!money.path("amount").isTextual()) {
      return "-";
    }
    return money(new BigDecimal(money.path("amount").asText()), money.path("currency").asText());
  }

  /** The same of an amount that is no document; with two decimals at least. */
  public static String money(BigDecimal amount, String currency) {
    var scale = Math.max(2, amount.scale());
    var digits = String.format(Locale.ROOT, "%,." + scale + "f", amount.abs());
    return (amount.signum() < 0 ? "-" : "")
        + (currency.equals("USD") ? "$" + digits : digits + " " + currency);
  }

  public static String moment(JsonNode time) {
    return time.isTextual() ? MOMENT.format(Instant.parse(time.asText())) : "-";
  }

  /**
   * How far away a moment is: {@code in 2 h 5 min}, {@code 3 d 4 h ago}. What is left of a deadline
   * is never told as more than it is.
   */
  public static String distance(JsonNode time) {
    return distance(time, Instant.now());
  }

  /** A moment and how far away it is. */
  public static String deadline(JsonNode time) {
    return moment(time) + " (" + distance(time) + ")";
  }

  static String distance(JsonNode time, Instant now) {
    if (!time.isTextual()) {
      return "-";
    }
    var left = Duration.between(now, Instant.parse(time.asText()));
    return left.isNegative() ? span(left.abs()) + " ago" : "in " + span(left);
  }

  /**
   * A span in its two largest units: {@code 2 d 23 h}, {@code 1 h 5 min}, {@code 45 s}. What the
   * second unit does not hold is left out, so it is short by less than that.
   */
  public static String span(Duration span) {
    if (span.toDays() > 0) {
      return units(span.toDays(), "d", span.toHoursPart(), "h");
    }
    if (span.toHours() > 0) {
      return units(span.toHours(), "h", span.toMinutesPart(), "min");
    }
    return span.toMinutes() > 0
        ? units(span.toMinutes(), "min", span.toSecondsPart(), "s")
        : span.toSeconds() + " s";
  }

  /**
   * An ISO 8601 length of time with nothing left out: {@code P3DT1H30M} is {@code 3 d 1 h 30 min}.
   */
  public static String length(JsonNode iso) {
    if (!iso.isTextual()) {
      return "-";
    }
    var length = Duration.parse(iso.asText());
    var words = new StringJoiner(" ").setEmptyValue("0 s");
    part(words, length.toDays(), "d");
    part(words, length.toHoursPart(), "h");
    part(words, length.toMinutesPart(), "min");
    part(words, length.toSecondsPart(), "s");
    return words.toString();
  }

  private static void part(StringJoiner words, long many, String unit) {
    if (many != 0) {
      words.add(many + " " + unit);
    }
  }

  private static String units(long many, String large, int some, String small) {
    return many + " " + large + (some == 0 ? "" : " " + some + " " + small);
  }

  /** Text, or a dash where there is none. */
  public static String text(JsonNode value) {
    return value.isMissingNode() || value.isNull() || value.asText().isBlank()
        ? "-"
        : value.asText();
  }

  /** Whether there is a value. */
  public static boolean there(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }

  /** Text, or other words where there is no value. */
  public static String or(JsonNode value, String otherwise) {
    return there(value) ? value.asText() : otherwise;
  }

  /** Text behind other words; nothing at all where there is no value. */
  public static String after(String words, JsonNode value) {
    return there(value) ? words + value.asText() : "";
  }

  /** A text of several lines behind other words, with its later lines below the first. */
  public static List<String> lines(String words, String text) {
    var lines = new ArrayList<String>();
    var margin = " ".repeat(TextWidth.of(words));
    text.lines().forEach(line -> lines.add((lines.isEmpty() ? words : margin) + line));
    return lines.isEmpty() ? List.of(words.stripTrailing()) : List.copyOf(lines);
  }

  /** Texts of a list, in a line. */
  public static String list(JsonNode texts, String between) {
    var all = new StringJoiner(between);
    texts.forEach(one -> all.add(one.asText()));
    return all.toString();
  }

  /** {@code awaiting_approval} as {@code awaiting approval}. */
  public static String plain(JsonNode wire) {
    return text(wire).replace('_', ' ');
  }
}
