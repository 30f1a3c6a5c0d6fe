package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.terminal.Formats;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms of a milestone on OpenContract: its contract's, or of the one that is to be created.
 */
public final class WorkingContractTerms {
  private final JsonNode milestone;
  private final JsonNode contract;

  private WorkingContractTerms(JsonNode milestone) {
    this.milestone = milestone;
    this.contract = milestone.path("workingContract");
  }

  /**
   * Criteria, material and times, a line each; a text of several lines has as many.
   *
   * @param milestone what only OpenContract needs to know of it; may be absent
   */
  public static List<String> lines(JsonNode milestone) {
    return Formats.there(milestone) ? new WorkingContractTerms(milestone).lines() : List.of();
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    var number = 1;
    for (var criterion : criteria()) {
      lines.addAll(Formats.lines("criterion " + number++ + ": ", criterion));
    }
    var materials = milestone.path("supplementaryMaterials");
    if (Formats.there(materials)) {
      lines.addAll(Formats.lines("materials: ", materials.asText()));
    }
    times(lines);
    return List.copyOf(lines);
  }

  private List<String> criteria() {
    var texts = new ArrayList<String>();
    if (Formats.there(contract)) {
      contract.path("criteria").forEach(one -> texts.add(one.path("text").asText()));
    } else {
      milestone.path("acceptanceCriteria").forEach(one -> texts.add(one.asText()));
    }
    return texts;
  }

  /** Those of the contract, else as they were given: as moments, or as lengths of time. */
  private void times(List<String> lines) {
    var given = Formats.there(contract) ? contract : milestone;
    var deadlines = given.path("deadlines");
    if (Formats.there(deadlines)) {
      lines.add("match by " + Formats.deadline(deadlines.path("match")));
      lines.add("withdrawal by " + Formats.deadline(deadlines.path("withdrawal")));
      lines.add("delivery by " + Formats.deadline(deadlines.path("delivery")));
      lines.add("review until " + Formats.deadline(deadlines.path("review")));
    } else {
      window(lines, "match", "matchWithin", "the creation");
      window(lines, "delivery", "deliverWithin", "the match deadline");
      window(lines, "review", "reviewWithin", "the delivery deadline");
    }
  }

  private void window(List<String> lines, String what, String field, String after) {
    if (Formats.there(milestone.path(field))) {
      var length = Formats.length(milestone.path(field));
      lines.add("%s within %s after %s".formatted(what, length, after));
    }
  }
}
