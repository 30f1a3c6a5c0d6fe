package dev.tenure.sandbox.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of messages asks for; everything is checked, also what only the other of the two
 * lists goes by.
 *
 * @param conversationId null for the list of threads
 */
record MessageQuery(
    @Nullable String conversationId,
    int limit,
    String filter,
    boolean unreadOnly,
    boolean newer,
    @Nullable String cursor) {
  private static final int DEFAULT_LIMIT = 20;
  private static final int LARGEST = 100;

  static MessageQuery of(Query query) {
    String filter = query.word("filter", List.of("all", "job", "proposal"));
    String unread = query.word("unreadOnly", List.of("true", "false", "1", "0"));
    return new MessageQuery(
        query.text("conversationId"),
        query.limit(DEFAULT_LIMIT, LARGEST),
        filter == null ? "all" : filter,
        "true".equals(unread) || "1".equals(unread),
        "newer".equals(query.word("direction", List.of("older", "newer"))),
        query.text("cursor"));
  }
}
