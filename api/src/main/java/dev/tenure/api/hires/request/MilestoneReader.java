package dev.tenure.api.hires.request;

import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.FundRule;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import dev.tenure.model.ReleaseRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one milestone, wherever in a body it stands. */
final class MilestoneReader {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 5_000;
  private static final int MOST_VOLUME_DECIMALS = 4;
  private static final BigDecimal MOST_VOLUME = new BigDecimal("1000000");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");

  private final Violations violations;

  MilestoneReader(Violations violations) {
    this.violations = violations;
  }

  /**
   * @param first whether it is the one that the hire itself funds
   */
  MilestonePlan read(Pointer at, String key, MilestoneRequest asked, boolean first, FundRule fund) {
    String name = violations.optional(at.to("name"), asked.name(), LONGEST_NAME);
    String description =
        violations.optional(at.to("description"), asked.description(), LONGEST_DESCRIPTION);
    checkWords(at, first, name, description);
    Money amount = new MoneyReader(violations).read(at.to("amount"), asked.amount());
    LocalDate due = dueDate(at.to("dueDate"), asked.dueDate());
    ReleaseRule release = release(at.to("release"), asked.release());
    BigDecimal volume = volume(at.to("volume"), asked.volume());
    return new MilestonePlan(key, name, description, amount, due, fund, release, volume);
  }

  void checkKey(Pointer at, String key, boolean unique) {
    if (!KEY.matcher(key).matches()) {
      violations.add(
          at,
          "bad_key",
          "key must begin with a-z or 0-9, followed by up to 31 of a-z, 0-9, _ and -.");
    } else if (!unique) {
      violations.add(at, "duplicate", "Another milestone has the key " + key + " already.");
    }
  }

  /** The marketplace takes a name alone for the hire, but not for a milestone created later. */
  private void checkWords(
      Pointer at, boolean first, @Nullable String name, @Nullable String description) {
    if (!first && description == null) {
      violations.add(
          at.to("description"),
          "required",
          "description is required for every milestone but the first.");
    } else if (name == null && description == null) {
      violations.add(at, "required", "A milestone needs a name or a description.");
    }
  }

  private @Nullable LocalDate dueDate(Pointer at, @Nullable String text) {
    try {
      if (text == null) {
        return null;
      }
      if (DAY.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
      throw new DateTimeParseException("no day of four digits a year", text, 0);
    } catch (DateTimeParseException e) {
      violations.add(at, "bad_date", "dueDate must be a day such as 2027-07-15.");
      return null;
    }
  }

  private @Nullable ReleaseRule release(Pointer at, @Nullable String text) {
    return text == null
        ? null
        : violations.choice(at, text, ReleaseRule.ON_DELIVERY, ReleaseRule::wire);
  }

  private @Nullable BigDecimal volume(Pointer at, @Nullable BigDecimal volume) {
    if (volume == null) {
      return null;
    }
    if (volume.signum() <= 0 || volume.compareTo(MOST_VOLUME) > 0) {
      violations.add(at, "out_of_range", "volume must be above zero and not above 1000000.");
      return null;
    }
    BigDecimal plain = volume.stripTrailingZeros();
    if (plain.scale() > MOST_VOLUME_DECIMALS) {
      violations.add(at, "too_many_decimals", "volume may have at most four decimals.");
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
