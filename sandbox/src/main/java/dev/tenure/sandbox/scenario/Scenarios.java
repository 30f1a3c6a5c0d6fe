package dev.tenure.sandbox.scenario;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.world.World;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a world from a scenario; a wrong one is refused by its field and changes nothing. */
@Singleton
public class Scenarios {
  private static final String DEFAULT = "/worlds/default.json";

  private final World world;
  private final Builder builder;
  private final Bodies bodies;
  private final @Nullable Path file;

  Scenarios(
      World world,
      Builder builder,
      Bodies bodies,
      @Property(name = "sandbox.scenario") @Nullable String file) {
    this.world = world;
    this.builder = builder;
    this.bodies = bodies;
    this.file = file == null || file.isBlank() ? null : Path.of(file);
  }

  /** Begins the world where nothing is yet. */
  public void beginIfEmpty() {
    if (world.transact(() -> world.accounts.size() == 0)) {
      try {
        reset();
      } catch (Refusal refusal) {
        throw new IllegalStateException(
            (file == null ? DEFAULT : file) + " is no scenario: " + refusal.words(), refusal);
      }
    }
  }

  /**
   * Forgets everything and begins anew; ids that were given are not given again.
   *
   * @throws Refusal when the scenario cannot be read or is none; nothing changes then
   */
  public void reset() {
    load(bodies.parse(beginning()));
  }

  /** Replaces the world. */
  public void load(Fields scenario) {
    world.rebuild(
        () -> {
          builder.build(scenario);
          scenario.requireNoOthers();
          return true;
        });
  }

  /** The scenario to which a reset leads. */
  public byte[] beginning() {
    try {
      if (file != null) {
        return Files.readAllBytes(file);
      }
      try (InputStream resource = Scenarios.class.getResourceAsStream(DEFAULT)) {
        return Objects.requireNonNull(resource, DEFAULT).readAllBytes();
      }
    } catch (IOException e) {
      throw Refusal.conflict("scenario_unreadable", "The scenario cannot be read: " + file);
    }
  }
}
