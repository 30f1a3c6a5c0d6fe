package dev.tenure.sandbox.opentrain.scenario;

import dev.tenure.sandbox.http.BodyReader;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.world.World;
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
  private final ScenarioBuilder builder;
  private final BodyReader<Scenario> reader;
  private final @Nullable Path file;

  Scenarios(
      World world,
      ScenarioBuilder builder,
      BodyReader<Scenario> reader,
      @Property(name = "sandbox.scenario") @Nullable String file) {
    this.world = world;
    this.builder = builder;
    this.reader = reader;
    this.file = file == null || file.isBlank() ? null : Path.of(file);
  }

  /** Begins the world where nothing is yet. */
  public void beginIfEmpty() {
    if (world.transact(() -> world.accounts.size() == 0)) {
      try {
        reset();
      } catch (Refusal | InvalidRequest wrong) {
        throw new IllegalStateException(
            (file == null ? DEFAULT : file) + " is no scenario: " + wrong.getMessage(), wrong);
      }
    }
  }

  /**
   * Forgets everything and begins anew; ids that were given are not given again.
   *
   * @throws InvalidRequest when the scenario is none; nothing changes then
   * @throws Refusal when it cannot be read
   */
  public void reset() {
    load(reader.read(beginning(), Scenario.class));
  }

  /** Replaces the world. */
  public void load(Scenario scenario) {
    world.rebuild(() -> builder.build(scenario));
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
