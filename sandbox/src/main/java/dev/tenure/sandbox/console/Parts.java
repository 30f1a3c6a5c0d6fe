package dev.tenure.sandbox.console;

import dev.tenure.sandbox.store.Documents;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a console side by side, of which one is shown, page by page.
 *
 * @param previous the address of the page before this one of the part; null when it is the first
 * @param next the address of the page after this one; null when it is the last
 */
public record Parts(List<Tab> tabs, Table table, @Nullable String previous, @Nullable String next) {

  /** A part of the console, with how much there is in it. */
  public record Tab(String id, String title, long count, String address, boolean shown) {}

  /**
   * Reads each part by itself, so that clients need not wait for all of it.
   *
   * @param path of the console
   * @param tab the id of a part; of anything else the first one is shown
   * @param page of that part, counted from 1
   */
  public static Parts of(
      String path,
      Documents world,
      List<Section<?>> sections,
      String tab,
      String filter,
      int page) {
    Section<?> shown =
        sections.stream()
            .filter(section -> section.id().equals(tab))
            .findFirst()
            .orElse(sections.getFirst());
    Table table = world.transact(() -> shown.page(filter, page));
    List<Tab> tabs =
        sections.stream()
            .map(
                section ->
                    new Tab(
                        section.id(),
                        section.title(),
                        world.transact(() -> section.count(filter)),
                        address(path, section.id(), filter, 1),
                        section.equals(shown)))
            .toList();
    return new Parts(
        tabs,
        table,
        page > 1 ? address(path, shown.id(), filter, page - 1) : null,
        table.more() ? address(path, shown.id(), filter, page + 1) : null);
  }

  private static String address(String path, String tab, String filter, int page) {
    return path
        + "?tab="
        + tab
        + (filter.isEmpty() ? "" : "&q=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
        + (page == 1 ? "" : "&page=" + page);
  }
}
