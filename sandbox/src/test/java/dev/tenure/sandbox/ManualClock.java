package dev.tenure.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when told. */
final class ManualClock implements InstantSource {
  private static final Instant BEGINNING = Instant.parse("2026-06-12T09:30:00.000Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGINNING);

  @Override
  public Instant instant() {
    return now.get();
  }

  void begin() {
    now.set(BEGINNING);
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
