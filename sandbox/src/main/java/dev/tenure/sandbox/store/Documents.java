package dev.tenure.sandbox.store;

import dev.tenure.sandbox.clock.MarketClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one marketplace knows, with the clock that it goes by. Reads and changes happen
 * inside {@link #transact}.
 */
public abstract class Documents {
  private final Store store;
  private final MarketClock clock;
  private final String name;
  private final String namespace;
  private final List<DocumentCollection<?>> collections = new ArrayList<>();

  /**
   * Keeps documents in the store.
   *
   * @param name the id of those of which there is one
   * @param namespace before the names of collections and sequences, which all marketplaces share
   */
  protected Documents(Store store, MarketClock clock, String name, String namespace) {
    this.store = store;
    this.clock = clock;
    this.name = name;
    this.namespace = namespace;
  }

  public <T extends @Nullable Object> T transact(Supplier<T> work) {
    return store.transact(work);
  }

  /** A transaction of which nothing is to be known. */
  public void run(Runnable work) {
    store.transact(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Does something with every document of a kind that a transaction has changed, in one after it.
   */
  public <T> void onChange(Class<T> kind, Consumer<T> action) {
    store.onChange(
        changes -> {
          List<T> changed = changes.stream().filter(kind::isInstance).map(kind::cast).toList();
          if (!changed.isEmpty()) {
            run(() -> changed.forEach(action));
          }
        });
  }

  /** The marketplace's time, in whole milliseconds. */
  public Instant now() {
    return clock.now();
  }

  public MarketClock clock() {
    return clock;
  }

  /** A fresh id such as {@code ctr_7}; never given twice, not even after a reset. */
  public String newId(String prefix) {
    String id = prefix + "_" + next(prefix);
    while (taken(id)) {
      id = prefix + "_" + next(prefix);
    }
    return id;
  }

  public long next(String sequence) {
    return store.next(namespace + sequence);
  }

  protected Store store() {
    return store;
  }

  protected <T> DocumentCollection<T> collection(String collection, Class<T> type) {
    DocumentCollection<T> made = store.collection(namespace + collection, type);
    collections.add(made);
    return made;
  }

  /** The one document of its kind; the other one until it was put. */
  protected <T> T single(DocumentCollection<T> collection, T otherwise) {
    T found = collection.find(name);
    return found == null ? otherwise : found;
  }

  protected <T> void putSingle(DocumentCollection<T> collection, T document) {
    collection.put(name, document);
  }

  /** Forgets everything but the sequences; part of a transaction. */
  protected void clear() {
    collections.forEach(DocumentCollection::clear);
  }

  /** Something may have been put under an id that was not given out. */
  private boolean taken(String id) {
    return collections.stream().anyMatch(collection -> collection.holds(id));
  }
}
