package dev.tenure.api.web;

import dev.tenure.journal.read.HireQuery;
import dev.tenure.model.HireStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The search on the page of hires, as its form says it; what is empty does not matter.
 *
 * @param label {@code key:value}
 * @param text part of a proposal's, contract's or hire's id or of the reference
 */
public record HireFilter(String status, String account, String label, String text) {

  /** A choice of the list of statuses. */
  public record Choice(String value, String words, boolean chosen) {}

  static HireFilter of(Map<String, String> query) {
    return new HireFilter(
        query.getOrDefault("status", "").strip(),
        query.getOrDefault("account", "").strip(),
        query.getOrDefault("label", "").strip(),
        query.getOrDefault("text", "").strip());
  }

  public boolean narrows() {
    return !(status + account + label + text).isEmpty();
  }

  public List<Choice> statuses() {
    return Arrays.stream(HireStatus.values())
        .map(one -> new Choice(one.wire(), Words.status(one), one.wire().equals(status)))
        .toList();
  }

  /** What is wrong with it, if anything. */
  public @Nullable String error() {
    if (!label.isEmpty() && label.indexOf(':') < 1) {
      return "Give a label as key:value, for example team:vision.";
    }
    return !status.isEmpty() && read() == null ? "There is no status “" + status + "”." : null;
  }

  /** The search; only without an {@link #error()}. */
  HireQuery query(@Nullable Long before, int limit) {
    int colon = label.indexOf(':');
    return new HireQuery(
        read(),
        account.isEmpty() ? null : account,
        null,
        null,
        null,
        colon < 1 ? Map.of() : Map.of(label.substring(0, colon), label.substring(colon + 1)),
        before,
        limit,
        text.isEmpty() ? null : text);
  }

  /** The address of this search, from a place in the list on. */
  String path(@Nullable Long before) {
    String query =
        Stream.of(
                pair("status", status),
                pair("account", account),
                pair("label", label),
                pair("text", text),
                pair("before", before == null ? "" : before.toString()))
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "/hires" : "/hires?" + query;
  }

  private @Nullable HireStatus read() {
    return Arrays.stream(HireStatus.values())
        .filter(one -> one.wire().equals(status))
        .findFirst()
        .orElse(null);
  }

  private static String pair(String name, String value) {
    return value.isEmpty() ? "" : name + "=" + Links.encoded(value);
  }
}
