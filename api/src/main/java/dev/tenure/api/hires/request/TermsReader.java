package dev.tenure.api.hires.request;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.api.body.RequestBodies;
import dev.tenure.api.body.Violations;
import dev.tenure.api.hires.request.HireRequest.BudgetRequest;
import dev.tenure.api.hires.request.HireRequest.PoliciesRequest;
import dev.tenure.api.hires.request.HireRequest.RefusalRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.TextLength;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a requester may choose at the beginning and change later. */
final class TermsReader {

  static final Pointer CAP = Pointer.ROOT.to("budget").to("cap");

  private static final int LONGEST_LABEL = 200;
  private static final int LONGEST_LABEL_KEY = 63;

  private final Violations violations;
  private final MarketplaceRules rules;

  TermsReader(Violations violations, MarketplaceRules rules) {
    this.violations = violations;
    this.rules = rules;
  }

  @Nullable Money cap(@Nullable BudgetRequest asked) {
    return asked == null || asked.cap() == null
        ? null
        : MilestoneReader.money(violations, CAP, asked.cap(), rules.currency());
  }

  /** What a label is OpenAPI 3.0 cannot say: it has no schema for names. */
  Map<String, String> labels(@Nullable Map<String, @Nullable String> asked) {
    Map<String, String> labels = new TreeMap<>();
    if (asked != null) {
      asked.forEach((key, value) -> labels.put(key, label(key, value)));
    }
    return labels;
  }

  private String label(String key, @Nullable String value) {
    Pointer at = Pointer.ROOT.to("labels").to(key);
    if (!goodLabelKey(key)) {
      violations.add(at, "bad_label", "A label's key has 1 to 63 characters and no colon in it.");
    } else if (value == null || value.isBlank()) {
      violations.add(at, "required", at.name() + " is required.");
    } else if (TextLength.of(value) > LONGEST_LABEL) {
      violations.add(
          at, "too_long", at.name() + " may have at most " + LONGEST_LABEL + " characters.");
    }
    return value == null ? "" : value;
  }

  private static boolean goodLabelKey(String key) {
    return !key.isBlank()
        && TextLength.of(key) <= LONGEST_LABEL_KEY
        && key.indexOf(':') < 0
        && RequestBodies.storable(key);
  }

  static Policies policies(@Nullable PoliciesRequest asked) {
    Policies usual = Policies.DEFAULT;
    if (asked == null) {
      return usual;
    }
    return new Policies(
        refusal(asked.onDeclined(), usual.onDeclined()),
        refusal(asked.onExpired(), usual.onExpired()),
        requireNonNullElse(asked.release(), usual.release()),
        requireNonNullElse(asked.end(), usual.end()),
        requireNonNullElse(asked.onEditedTerms(), usual.onEditedTerms()));
  }

  private static RefusalPolicy refusal(@Nullable RefusalRequest asked, RefusalPolicy usual) {
    return asked == null
        ? usual
        : new RefusalPolicy(
            requireNonNullElse(asked.reRequest(), usual.reRequest()),
            requireNonNullElse(asked.then(), usual.then()));
  }
}
