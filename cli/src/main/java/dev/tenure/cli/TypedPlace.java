package dev.tenure.cli;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/** Finds what was typed for a field of a request, which a problem names by its JSON pointer. */
final class TypedPlace {
  /** Fields whose options are called otherwise. */
  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          entry("proposalId", "proposal"),
          entry("externalRef", "ref"),
          entry("labels", "label"),
          entry("policies", "policy"),
          entry("milestones", "milestone"),
          entry("acceptanceCriteria", "criterion"),
          entry("supplementaryMaterials", "materials"),
          entry("verificationMode", "verification"),
          entry("nextWorkers", "next-worker"),
          entry("dueDate", "due"),
          entry("scopes", "scope"),
          entry("accounts", "account"),
          entry("expiresAt", "expires"));

  private TypedPlace() {}

  /**
   * The option or the parameter; the pointer itself where nothing was typed for it, or where it
   * leads into a file.
   */
  static String of(String pointer, ParseResult typed) {
    if (typed.matchedPositionals().stream().anyMatch(one -> one.paramLabel().equals("FILE"))) {
      return pointer;
    }
    var fields = List.of(pointer.split("/"));
    var first = fields.contains("firstMilestone");
    for (int at = fields.size() - 1; at >= 0; at--) {
      var field = fields.get(at);
      var option =
          OPTIONS.getOrDefault(field, field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
      if (first && typed.hasMatchedOption("--first-" + option)) {
        return "--first-" + option;
      }
      if (typed.hasMatchedOption("--" + option)) {
        var next = at + 1 < fields.size() ? fields.get(at + 1) : "";
        return "--" + option + (field.equals("milestones") ? value(typed, option, next) : "");
      }
      for (var parameter : typed.matchedPositionals()) {
        if (List.of(parameter.paramLabel().split("=")).contains(field.toUpperCase(Locale.ROOT))) {
          return parameter.paramLabel();
        }
      }
    }
    return pointer;
  }

  /** Of several values the one of the place. */
  private static String value(ParseResult typed, String option, String place) {
    var values = typed.matchedOption("--" + option).originalStringValues();
    return place.matches("\\d{1,4}") && Integer.parseInt(place) < values.size()
        ? " " + values.get(Integer.parseInt(place))
        : "";
  }
}
