package dev.tenure.sandbox.faults;

import dev.tenure.sandbox.store.DocumentCollection;
import dev.tenure.sandbox.store.Store;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The faults in force. They are kept over a restart with what is left of them; answers that one
 * held are lost with the connections that waited for them.
 */
@Singleton
public class Faults {
  private final Store store;
  private final DocumentCollection<Fault.Kept> collection;
  private final List<Fault> all = new CopyOnWriteArrayList<>();

  Faults(Store store) {
    this.store = store;
    this.collection = store.collection("faults", Fault.Kept.class);
    all.addAll(store.transact(() -> collection.oldestFirst().map(Fault::new).toList()));
  }

  public Fault add(FaultOrder order) {
    return store.transact(
        () -> {
          Fault fault = new Fault(new Fault.Kept("flt_" + store.next("flt"), order, 0, 0));
          keep(fault);
          all.add(fault);
          return fault;
        });
  }

  public List<Fault> all() {
    return List.copyOf(all);
  }

  /** The first one that strikes the request. */
  @Nullable Fault striking(String method, String path) {
    return first(fault -> fault.fits(method, path));
  }

  /** The first one that strikes the delivery of an event of this type. */
  public @Nullable Fault strikingDelivery(String type) {
    return first(fault -> fault.fitsDelivery(type));
  }

  public boolean remove(String id) {
    return removeIf(fault -> fault.id().equals(id));
  }

  public void clear() {
    removeIf(fault -> true);
  }

  @PreDestroy
  void close() {
    all.forEach(Fault::lift);
  }

  private @Nullable Fault first(Predicate<Fault> fits) {
    return all.stream()
        .filter(fault -> fits.test(fault) && store.transact(() -> strikes(fault)))
        .findFirst()
        .orElse(null);
  }

  private boolean strikes(Fault fault) {
    boolean struck = fault.strikes();
    if (collection.holds(fault.id())) {
      keep(fault);
    }
    return struck;
  }

  private boolean removeIf(Predicate<Fault> wanted) {
    return store.transact(
        () -> {
          List<Fault> gone = all.stream().filter(wanted).toList();
          gone.forEach(fault -> collection.remove(fault.id()));
          gone.forEach(Fault::lift);
          return all.removeAll(gone);
        });
  }

  private void keep(Fault fault) {
    collection.put(fault.id(), fault.kept());
  }
}
