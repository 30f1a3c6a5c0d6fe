package dev.tenure.sandbox.store;

import dev.tenure.sandbox.http.InvalidRequest;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Documents of one kind, found by id and walked in the order in which they were first put. */
public final class DocumentCollection<T> {
  private final Store store;
  private final MVMap<Long, T> rows;
  private final MVMap<String, Long> places;

  DocumentCollection(Store store, MVMap<Long, T> rows, MVMap<String, Long> places) {
    this.store = store;
    this.rows = rows;
    this.places = places;
  }

  public @Nullable T find(String id) {
    Long place = places.get(id);
    return place == null ? null : rows.get(place);
  }

  /** The document that must be there. */
  public T get(String id) {
    T found = find(id);
    if (found == null) {
      throw new IllegalStateException(rows.getName() + " has no " + id);
    }
    return found;
  }

  public boolean holds(String id) {
    return places.containsKey(id);
  }

  public int size() {
    return rows.size();
  }

  public void put(String id, T value) {
    store.changing(value);
    Long known = places.get(id);
    if (known == null) {
      add(id, nextPlace(), value);
    } else {
      T before = rows.put(known, value);
      store.undo(() -> rows.put(known, before));
    }
  }

  /** Adds a document that is made of its own number and found by it alone: it has no id. */
  public T append(LongFunction<T> made) {
    long number = nextPlace();
    T value = made.apply(number);
    store.changing(value);
    rows.put(number, value);
    store.undo(() -> rows.remove(number));
    return value;
  }

  /** A document that was appended. */
  public @Nullable T find(long number) {
    return rows.get(number);
  }

  public void remove(String id) {
    Long place = places.get(id);
    T before = place == null ? null : rows.remove(place);
    if (place != null && before != null) {
      store.changing(before);
      places.remove(id);
      store.undo(
          () -> {
            rows.put(place, before);
            places.put(id, place);
          });
    }
  }

  /** Forgets everything. */
  public void clear() {
    store.changing(new CollectionCleared(rows.getName()));
    Map<Long, T> rowsBefore = new TreeMap<>(rows);
    Map<String, Long> placesBefore = new TreeMap<>(places);
    rows.clear();
    places.clear();
    store.undo(
        () -> {
          rows.putAll(rowsBefore);
          places.putAll(placesBefore);
        });
  }

  public Stream<T> oldestFirst() {
    return walk(rows.cursor(null, null, false));
  }

  public Stream<T> newestFirst() {
    return walk(rows.cursor(null, null, true));
  }

  /** Those that fit, in the order in which they were put. */
  public Stream<T> oldestFirst(Predicate<T> wanted) {
    return oldestFirst().filter(wanted);
  }

  /** Those that fit, in the other order. */
  public Stream<T> newestFirst(Predicate<T> wanted) {
    return newestFirst().filter(wanted);
  }

  /**
   * The documents put before the one that a cursor names, newest first.
   *
   * @param cursor the id of the last document of another page; null for the first page
   * @throws InvalidRequest when it names none
   */
  public Stream<T> before(@Nullable String cursor) {
    if (cursor == null) {
      return newestFirst();
    }
    Long place = places.get(cursor);
    if (place == null) {
      throw InvalidRequest.field("cursor", "is not one that this list gave");
    }
    return walk(rows.cursor(place - 1, null, true));
  }

  /** The documents put after the named place, oldest first. */
  public Stream<T> after(long place) {
    return walk(rows.cursor(place + 1, null, false));
  }

  /** Where the named document stands; places only grow. */
  public long place(String id) {
    Long place = places.get(id);
    return place == null ? 0 : place;
  }

  private void add(String id, long place, T value) {
    rows.put(place, value);
    places.put(id, place);
    store.undo(
        () -> {
          rows.remove(place);
          places.remove(id);
        });
  }

  private long nextPlace() {
    return store.next("place:" + rows.getName());
  }

  private static <T> Stream<T> walk(Cursor<Long, T> cursor) {
    Iterator<T> values =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return cursor.hasNext();
          }

          @Override
          public T next() {
            cursor.next();
            return cursor.getValue();
          }
        };
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(values, Spliterator.ORDERED), false);
  }
}
