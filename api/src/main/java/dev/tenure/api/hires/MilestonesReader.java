package dev.tenure.api.hires;

import dev.tenure.api.hires.HireRequest.MilestoneRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the milestones of a request. */
final class MilestonesReader {

  private static final Pointer AT = Pointer.ROOT.to("milestones");
  private static final int MOST = 50;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 5_000;
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");

  private final Violations violations;
  private final MoneyReader money;

  MilestonesReader(Violations violations) {
    this.violations = violations;
    this.money = new MoneyReader(violations);
  }

  List<MilestonePlan> read(@Nullable List<@Nullable MilestoneRequest> asked) {
    if (asked == null || asked.isEmpty()) {
      violations.add(AT, "required", "At least one milestone is required.");
      return List.of();
    }
    if (asked.size() > MOST) {
      violations.add(AT, "too_many", "At most " + MOST + " milestones are allowed.");
      return List.of();
    }
    List<String> keys = keys(asked);
    FundReader funds = new FundReader(violations, keys);
    List<MilestonePlan> plans = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      MilestoneRequest one = asked.get(i);
      if (one == null) {
        violations.add(AT.to(i), "required", "A milestone must be an object.");
      } else {
        plans.add(plan(i, one, keys, funds));
      }
    }
    funds.checkCycles(plans);
    return plans;
  }

  private MilestonePlan plan(int i, MilestoneRequest asked, List<String> keys, FundReader funds) {
    Pointer at = AT.to(i);
    String name = violations.optional(at.to("name"), asked.name(), LONGEST_NAME);
    String description =
        violations.optional(at.to("description"), asked.description(), LONGEST_DESCRIPTION);
    checkWords(i, name, description);
    Money amount = money.read(at.to("amount"), asked.amount());
    LocalDate due = dueDate(at.to("dueDate"), asked.dueDate());
    return new MilestonePlan(
        keys.get(i), name, description, amount, due, funds.read(i, asked.fund()));
  }

  /** The marketplace takes a name alone for the hire, but not for a milestone created later. */
  private void checkWords(int i, @Nullable String name, @Nullable String description) {
    if (i > 0 && description == null) {
      violations.add(
          AT.to(i).to("description"),
          "required",
          "description is required from the second milestone on.");
    } else if (name == null && description == null) {
      violations.add(AT.to(i), "required", "A milestone needs a name or a description.");
    }
  }

  private @Nullable LocalDate dueDate(Pointer at, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      violations.add(at, "bad_date", "dueDate must be a day such as 2027-07-15.");
      return null;
    }
  }

  private List<String> keys(List<@Nullable MilestoneRequest> asked) {
    List<String> keys = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < asked.size(); i++) {
      MilestoneRequest one = asked.get(i);
      String key = one == null || one.key() == null ? "m" + (i + 1) : one.key();
      checkKey(AT.to(i).to("key"), key, seen.add(key));
      keys.add(key);
    }
    return keys;
  }

  private void checkKey(Pointer at, String key, boolean unique) {
    if (!KEY.matcher(key).matches()) {
      violations.add(
          at,
          "bad_key",
          "key must begin with a-z or 0-9, followed by up to 31 of a-z, 0-9, _ and -.");
    } else if (!unique) {
      violations.add(at, "duplicate", "Another milestone has the key " + key + " already.");
    }
  }
}
