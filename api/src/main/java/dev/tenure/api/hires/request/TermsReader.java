package dev.tenure.api.hires.request;

import dev.tenure.api.hires.request.HireRequest.PoliciesRequest;
import dev.tenure.api.hires.request.HireRequest.RefusalRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.EditedTerms;
import dev.tenure.model.EndRule;
import dev.tenure.model.Policies;
import dev.tenure.model.RefusalPolicy;
import dev.tenure.model.ReleaseRule;
import dev.tenure.model.Then;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a requester may choose at the beginning and change later. */
final class TermsReader {

  private static final int LONGEST_TEXT = 200;
  private static final int MOST_LABELS = 20;
  private static final int LONGEST_LABEL_KEY = 63;
  private static final int MOST_REPEATS = 10;

  private final Violations violations;

  TermsReader(Violations violations) {
    this.violations = violations;
  }

  @Nullable String externalRef(@Nullable String asked) {
    return violations.optional(Pointer.ROOT.to("externalRef"), asked, LONGEST_TEXT);
  }

  Map<String, String> labels(@Nullable Map<String, @Nullable String> asked) {
    Map<String, String> labels = new TreeMap<>();
    Pointer at = Pointer.ROOT.to("labels");
    if (asked == null) {
      return labels;
    }
    if (asked.size() > MOST_LABELS) {
      violations.add(at, "too_many", "At most " + MOST_LABELS + " labels are allowed.");
    }
    asked.forEach((key, value) -> labels.put(key, label(at.to(key), key, value)));
    return labels;
  }

  private String label(Pointer at, String key, @Nullable String value) {
    if (!goodLabelKey(key)) {
      violations.add(at, "bad_label", "A label's key has 1 to 63 characters and no colon in it.");
    }
    return violations.required(at, value, LONGEST_TEXT);
  }

  private static boolean goodLabelKey(String key) {
    return !key.isBlank()
        && key.length() <= LONGEST_LABEL_KEY
        && key.indexOf(':') < 0
        && Violations.storable(key);
  }

  Policies policies(@Nullable PoliciesRequest asked) {
    Policies usual = Policies.DEFAULT;
    if (asked == null) {
      return usual;
    }
    Pointer at = Pointer.ROOT.to("policies");
    return new Policies(
        refusal(at.to("onDeclined"), asked.onDeclined(), usual.onDeclined()),
        refusal(at.to("onExpired"), asked.onExpired(), usual.onExpired()),
        violations.choice(at.to("release"), asked.release(), usual.release(), ReleaseRule::wire),
        violations.choice(at.to("end"), asked.end(), usual.end(), EndRule::wire),
        violations.choice(
            at.to("onEditedTerms"),
            asked.onEditedTerms(),
            usual.onEditedTerms(),
            EditedTerms::wire));
  }

  private RefusalPolicy refusal(Pointer at, @Nullable RefusalRequest asked, RefusalPolicy usual) {
    if (asked == null) {
      return usual;
    }
    int repeats = asked.reRequest() == null ? usual.reRequest() : asked.reRequest();
    if (repeats < 0 || repeats > MOST_REPEATS) {
      violations.add(
          at.to("reRequest"), "out_of_range", "reRequest must be from 0 to " + MOST_REPEATS + ".");
    }
    Then then = violations.choice(at.to("then"), asked.then(), usual.then(), Then::wire);
    return new RefusalPolicy(repeats, then);
  }
}
