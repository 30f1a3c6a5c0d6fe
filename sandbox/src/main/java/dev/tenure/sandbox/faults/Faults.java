package dev.tenure.sandbox.faults;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The faults in force; they are not kept over a restart. */
@Singleton
public class Faults {
  private final List<Fault> all = new CopyOnWriteArrayList<>();
  private final AtomicLong numbers = new AtomicLong();

  public Fault add(Fault.Order order) {
    Fault fault = new Fault("flt_" + numbers.incrementAndGet(), order);
    all.add(fault);
    return fault;
  }

  public List<Fault> all() {
    return List.copyOf(all);
  }

  /** The first one that strikes the request. */
  @Nullable Fault striking(String method, String path) {
    for (Fault fault : all) {
      if (fault.strikes(method, path)) {
        return fault;
      }
    }
    return null;
  }

  /** The first one that strikes the delivery of an event of this type. */
  public @Nullable Fault strikingDelivery(String type) {
    return all.stream().filter(fault -> fault.strikesDelivery(type)).findFirst().orElse(null);
  }

  public boolean remove(String id) {
    return all.removeIf(
        fault -> {
          if (fault.id().equals(id)) {
            fault.lift();
            return true;
          }
          return false;
        });
  }

  @PreDestroy
  void clear() {
    all.forEach(Fault::lift);
    all.clear();
  }
}
