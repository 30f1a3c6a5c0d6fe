package dev.tenure.sandbox.store;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of collections. A transaction holds the one lock, is taken back whole when it throws,
 * and is in the file before it returns; so an answer that depends on it can be given at once.
 */
public final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final int NEVER_BY_SIZE_KB = 1_000_000;
  private static final int COMPACT_EVERY = 500;
  private static final int COMPACT_BYTES = 8 << 20;
  // What is dead for this long is overwritten; the last state never is.
  private static final int RETENTION_MS = 1_000;
  private static final int CLOSE_COMPACT_MS = 2_000;

  private final JsonMapper json;
  private final MVStore file;
  private final MVMap<String, Long> counters;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final List<Object> changed = new ArrayList<>();
  private final List<Consumer<List<Object>>> listeners = new CopyOnWriteArrayList<>();
  private boolean writing;
  private int commits;

  private Store(MVStore file, JsonMapper json) {
    this.file = file;
    this.json = json;
    this.counters = file.openMap("counters", plain(LongDataType.INSTANCE));
  }

  /** Opens the file in the folder, or a store in memory when there is no folder. */
  public static Store open(@Nullable Path folder, JsonMapper json) {
    MVStore.Builder builder =
        new MVStore.Builder()
            .autoCommitDisabled()
            .autoCommitBufferSize(NEVER_BY_SIZE_KB)
            .cacheSize(48);
    if (folder != null) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      builder.fileName(folder.resolve("sandbox.mv").toString());
    }
    MVStore file = builder.open();
    file.setRetentionTime(RETENTION_MS);
    return new Store(file, json);
  }

  public <T> DocumentCollection<T> collection(String name, Class<T> type) {
    MVMap<Long, T> rows =
        file.openMap(
            name,
            new MVMap.Builder<Long, T>()
                .keyType(LongDataType.INSTANCE)
                .valueType(new JsonType<>(json, type)));
    return new DocumentCollection<>(
        this, rows, file.openMap(name + ".places", plain(LongDataType.INSTANCE)));
  }

  /** Runs the work alone in the world; inside another transaction it is part of that one. */
  public <T extends @Nullable Object> T transact(Supplier<T> work) {
    if (lock.isHeldByCurrentThread() && writing) {
      return work.get();
    }
    List<Object> facts;
    T result;
    lock.lock();
    try {
      writing = true;
      result = work.get();
      facts = List.copyOf(changed);
      commit();
    } catch (Throwable e) {
      undo.forEach(Runnable::run);
      throw e;
    } finally {
      writing = false;
      undo.clear();
      changed.clear();
      lock.unlock();
    }
    if (!facts.isEmpty()) {
      listeners.forEach(listener -> tell(listener, facts));
    }
    return result;
  }

  /** What was written is written, whatever becomes of those who hear of it. */
  private static void tell(Consumer<List<Object>> listener, List<Object> facts) {
    try {
      listener.accept(facts);
    } catch (RuntimeException e) {
      LOG.warn("Somebody could not act on a change", e);
    }
  }

  /** After each transaction the listener gets the documents that it put, outside the lock. */
  void onChange(Consumer<List<Object>> listener) {
    listeners.add(listener);
  }

  /** Should the transaction under way be taken back, this is done as well. */
  public void ifTakenBack(Runnable step) {
    undo(step);
  }

  /** The next number of a sequence that never goes back, not even over a reset. */
  public long next(String sequence) {
    long next = counters.getOrDefault(sequence, 0L) + 1;
    counters.put(sequence, next);
    return next;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      file.close(CLOSE_COMPACT_MS);
    } finally {
      lock.unlock();
    }
  }

  void changing(Object value) {
    if (!writing || !lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("a change outside a transaction");
    }
    changed.add(value);
  }

  void undo(Runnable step) {
    undo.push(step);
  }

  private void commit() {
    if (changed.isEmpty()) {
      return;
    }
    file.commit();
    if (++commits % COMPACT_EVERY == 0) {
      file.compact(50, COMPACT_BYTES);
    }
  }

  private static <V> MVMap.Builder<String, V> plain(org.h2.mvstore.type.DataType<V> values) {
    return new MVMap.Builder<String, V>().keyType(StringDataType.INSTANCE).valueType(values);
  }
}
