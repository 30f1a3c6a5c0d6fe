package dev.tenure.cli.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.cli.http.JsonClient.Answer;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.http.UnreachableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One of the front's lists, read page after page: the front gives so many at a time, and more are
 * asked for as long as there are more.
 *
 * @param path without a query, as {@code /v1/hires}
 * @param filters what narrows the list
 * @param pageSize the most that the front gives at a time
 */
public record PagedList(FrontClient front, String path, Query filters, int pageSize) {

  /** The name of the list in every envelope. */
  private static final String ITEMS = "items";

  /** A list with an opaque cursor. */
  public static PagedList of(FrontClient front, String path, Query filters) {
    return new PagedList(front, path, filters, 200);
  }

  /** The events, whose cursor is the position last seen. */
  public static PagedList ofEvents(FrontClient front, Query filters) {
    return new PagedList(front, "/v1/events", filters, 1000);
  }

  /**
   * A part of a list.
   *
   * @param json as the front answered; put together where it took several answers
   * @param next the cursor of what follows, if anything does
   */
  public record Part(List<JsonNode> items, Optional<String> next, String json) {}

  /**
   * Reads on from a cursor.
   *
   * @param cursor the {@code next} of an earlier part; empty for the beginning
   * @param most how many at most
   * @throws ProblemException when the front refused
   */
  public Part read(Optional<String> cursor, int most) {
    return read(cursor, most, item -> true);
  }

  /** Reads the whole list, and keeps what is wanted of it. */
  public List<JsonNode> matching(Predicate<JsonNode> wanted) {
    return read(Optional.empty(), Integer.MAX_VALUE, wanted).items();
  }

  private Part read(Optional<String> cursor, int most, Predicate<JsonNode> wanted) {
    var kept = new ArrayList<JsonNode>();
    var places = new HashSet<String>();
    var next = cursor;
    while (true) {
      var answer = page(next, Math.min(pageSize, most - kept.size()));
      for (var item : answer.json().path(ITEMS)) {
        if (wanted.test(item)) {
          kept.add(item);
        }
      }
      next = next(answer.json());
      if (next.isEmpty() || kept.size() >= most) {
        var json = places.isEmpty() ? answer.body() : document(kept, answer.json()).toString();
        return new Part(List.copyOf(kept), next, json);
      }
      if (!places.add(next.get())) {
        throw new UnreachableException(
            front.origin() + " gives the same page of " + path + " again and again");
      }
    }
  }

  private Answer page(Optional<String> place, int limit) {
    var query = filters.copy().with("cursor", place.orElse(null));
    return front.get(path + query.with("limit", Integer.toString(limit)));
  }

  private static Optional<String> next(JsonNode page) {
    return Optional.of(page.path("next"))
        .filter(next -> next.isValueNode() && page.path("hasMore").asBoolean())
        .map(JsonNode::asText);
  }

  private JsonNode document(List<JsonNode> all, JsonNode last) {
    var document = JsonNodeFactory.instance.objectNode();
    document.putArray(ITEMS).addAll(all);
    document.set("next", last.path("next"));
    document.set("hasMore", last.path("hasMore"));
    return document;
  }
}
