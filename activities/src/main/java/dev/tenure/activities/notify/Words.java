package dev.tenure.activities.notify;

import dev.tenure.model.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain words for people. */
final class Words {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A subject is one line: what people put into a name must not begin a header of its own. */
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+");

  private Words() {}

  /** One line that says what is wanted and how urgently. */
  static String subject(Notice notice) {
    return (notice.number() == 1 ? "Approval wanted" : notice.last() ? "Last reminder" : "Reminder")
        + ": "
        + action(notice)
        + " ("
        + left(notice.timeLeft())
        + " left)";
  }

  /** What the person is asked to approve. */
  static String action(Notice notice) {
    return switch (notice.kind()) {
      case PROPOSAL_HIRE -> "hire with first milestone " + milestone(notice) + sum(notice);
      case MILESTONE_FUND -> "fund milestone " + milestone(notice) + sum(notice);
      case MILESTONE_APPROVE -> "release milestone " + milestone(notice) + sum(notice);
      case CONTRACT_END -> "end the contract";
      case MILESTONE_DISPUTE ->
          "dispute the delivery of milestone "
              + milestone(notice)
              + (notice.amount() == null ? "" : ", at a bond of " + notice.amount().withCode());
    };
  }

  /** The fees on top; empty where none are expected. */
  static String fees(Notice notice) {
    Money fees = notice.feesEstimated();
    return fees != null && fees.isPositive() ? "plus about " + fees.withCode() + " of fees" : "";
  }

  static String deadline(Instant at) {
    return UTC.format(at);
  }

  /** The two largest units, rounded down: nobody shall believe that there is more time. */
  static String left(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return count(Math.max(time.toSeconds(), 0), "second");
    }
    if (time.compareTo(Duration.ofHours(1)) < 0) {
      return both(time.toMinutes(), "minute", time.toSecondsPart(), "second");
    }
    return time.compareTo(Duration.of(1, ChronoUnit.DAYS)) < 0
        ? both(time.toHours(), "hour", time.toMinutesPart(), "minute")
        : both(time.toDays(), "day", time.toHoursPart(), "hour");
  }

  private static String both(long large, String largeUnit, long small, String smallUnit) {
    return small == 0
        ? count(large, largeUnit)
        : count(large, largeUnit) + " " + count(small, smallUnit);
  }

  private static String count(long number, String unit) {
    return number == 1 ? "1 " + unit : number + " " + unit + "s";
  }

  private static String milestone(Notice notice) {
    @Nullable String title = notice.milestone();
    return title == null ? "" : LINE_BREAKS.matcher(title).replaceAll(" ");
  }

  private static String sum(Notice notice) {
    return notice.amount() == null ? "" : ": " + notice.amount().withCode();
  }
}
