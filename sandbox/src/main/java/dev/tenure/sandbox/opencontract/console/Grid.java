package dev.tenure.sandbox.opencontract.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One part of the page: rows of words under a heading.
 *
 * @param id by which the page links to it
 * @param found how many rows there are; not all of them are shown
 */
public record Grid(
    String id,
    String title,
    String note,
    List<String> columns,
    List<List<String>> rows,
    int found) {
  private static final int MOST = 100;

  /** The first rows in which the filter is found. */
  static Grid of(
      String id,
      String title,
      String note,
      List<String> columns,
      Stream<List<String>> rows,
      String filter) {
    String wanted = filter.toLowerCase(Locale.ROOT);
    List<List<String>> found =
        rows.filter(
                row ->
                    row.stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(wanted)))
            .toList();
    return new Grid(
        id, title, note, columns, found.subList(0, Math.min(MOST, found.size())), found.size());
  }
}
