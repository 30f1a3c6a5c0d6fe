package dev.tenure.sandbox.opencontract.request;

import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.opencontract.model.Criterion;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A ballot: one vote for each criterion. */
@Serdeable
public record VotesRequest(@Required List<@Required @Valid Entry> votes) implements RequestBody {

  /** What is said of one criterion, counted from 0. */
  @Serdeable
  public record Entry(@Required Integer criterionIndex, @Required Criterion vote) {}

  /**
   * The words in the order of the criteria.
   *
   * @throws InvalidRequest when one is missing, comes twice, or is of no criterion
   */
  public List<Criterion> words(int criteria) {
    Map<Integer, Criterion> words = new TreeMap<>();
    for (int place = 0; place < votes.size(); place++) {
      Entry entry = votes.get(place);
      String name = "votes[" + place + "].criterionIndex";
      InvalidRequest.require(
          entry.criterionIndex() >= 0 && entry.criterionIndex() < criteria,
          name,
          "must be from 0 to " + (criteria - 1));
      if (words.put(entry.criterionIndex(), entry.vote()) != null) {
        throw InvalidRequest.field(name, "comes twice");
      }
    }
    InvalidRequest.require(
        words.size() >= criteria,
        "votes",
        "must hold one entry for each of the " + criteria + " criteria");
    return List.copyOf(words.values());
  }
}
