package dev.tenure.sandbox.console;

import dev.tenure.sandbox.console.Table.Button;
import dev.tenure.sandbox.console.Table.Cell;
import dev.tenure.sandbox.console.Table.Row;
import dev.tenure.sandbox.store.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One part of a console before it is read: what it is called, where its things come from, and
 * column by column what is told of each.
 */
public final class Section<T> {

  /** A search through everything would keep the marketplace's clients waiting in a large world. */
  public static final int MOST_SEARCHED = 2_000;

  private static final String SEARCHED = " Searched: whole ids, and the first 2,000 rows.";
  private static final int ROWS = 60;

  private record Column<T>(String name, Function<T, Cell> cell) {}

  private final String id;
  private final String title;
  private final String note;
  private final IntSupplier size;
  private final Function<String, Stream<T>> things;
  private final List<Column<T>> columns = new ArrayList<>();
  private Function<T, List<Button>> buttons = thing -> List.of();

  /**
   * A part without columns.
   *
   * @param note said under the heading
   * @param size how many things there are, which need not be looked through for it
   * @param things those for a filter, which is empty when nothing is looked for; a whole id finds
   *     its own however far back it stands
   */
  public Section(
      String id, String title, String note, IntSupplier size, Function<String, Stream<T>> things) {
    this.id = id;
    this.title = title;
    this.note = note;
    this.size = size;
    this.things = things;
  }

  /** Adds a column of texts; what is null is left empty. */
  public Section<T> column(String name, Function<T, @Nullable String> text) {
    return cells(name, thing -> Cell.of(text.apply(thing)));
  }

  /** Adds a column of marks, such as that of a state. */
  public Section<T> marks(String name, Function<T, String> text) {
    return cells(name, thing -> Cell.mark(text.apply(thing)));
  }

  /** Adds a column. */
  public Section<T> cells(String name, Function<T, Cell> cell) {
    columns.add(new Column<>(name, cell));
    return this;
  }

  /** What can be done to each thing. */
  public Section<T> buttons(Function<T, List<Button>> some) {
    buttons = some;
    return this;
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** How much there is; of what is looked for, as far as it is searched. */
  public long count(String filter) {
    return filter.isEmpty() ? size.getAsInt() : found(filter).count();
  }

  /**
   * A page of its rows.
   *
   * @param page counted from 1
   */
  public Table page(String filter, int page) {
    Stream<Row> rows = filter.isEmpty() ? things.apply("").map(this::row) : found(filter);
    Slice<Row> shown = Slice.of(rows.skip((long) (page - 1) * ROWS), ROWS);
    return new Table(
        id,
        title,
        filter.isEmpty() ? note : note + SEARCHED,
        columns.stream().map(Column::name).toList(),
        shown.items(),
        page,
        shown.more());
  }

  private Stream<Row> found(String filter) {
    String wanted = filter.toLowerCase(Locale.ROOT);
    return things
        .apply(filter)
        .limit(MOST_SEARCHED)
        .map(this::row)
        .filter(row -> row.holds(wanted));
  }

  private Row row(T thing) {
    return new Row(
        columns.stream().map(column -> column.cell().apply(thing)).toList(), buttons.apply(thing));
  }
}
