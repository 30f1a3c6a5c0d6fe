package dev.tenure.cli.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The environment variables that the program was started with. */
public record Environment(Map<String, String> variables) {

  public static Environment ofThisProcess() {
    return new Environment(System.getenv());
  }

  /**
   * A variable that is set to nothing counts as not set.
   *
   * @throws Refused when its value is not UTF-8
   */
  public Optional<String> get(String name) {
    var value = Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    if (value.filter(Utf8::isLossy).isPresent()) {
      throw Refused.usage(
          name + "=" + value.get() + " is not UTF-8; set it in a terminal that uses UTF-8");
    }
    return value;
  }

  /**
   * A secret: the variable itself, or what is in the file that {@code NAME_FILE} names.
   *
   * @throws Refused when both are set, or the file cannot be read or is empty
   */
  public Optional<String> secret(String name) {
    var file = get(name + "_FILE");
    if (file.isEmpty()) {
      return get(name);
    }
    if (get(name).isPresent()) {
      throw Refused.usage("Both %1$s and %1$s_FILE are set; set one of them".formatted(name));
    }
    try {
      var text = Files.readString(Path.of(file.get())).strip();
      if (text.isEmpty()) {
        throw Refused.usage("%s_FILE=%s is empty".formatted(name, file.get()));
      }
      return Optional.of(text);
    } catch (IOException | InvalidPathException e) {
      throw Refused.usage("%s_FILE=%s cannot be read".formatted(name, file.get()), e);
    }
  }

  public String get(String name, String otherwise) {
    return get(name).orElse(otherwise);
  }

  /** Those variables alone whose names match. */
  public Environment only(Predicate<String> names) {
    return without(names.negate());
  }

  public Environment without(Predicate<String> names) {
    var kept = new TreeMap<>(variables);
    kept.keySet().removeIf(names);
    return new Environment(kept);
  }

  public Path home() {
    return Path.of(get("TENURE_HOME", ".tenure")).toAbsolutePath().normalize();
  }

  /** The folder for what is fetched or built once for all stacks of this user. */
  public Path cache() {
    return get("TENURE_CACHE")
        .map(Path::of)
        .or(() -> get("XDG_CACHE_HOME").map(folder -> Path.of(folder, "tenure")))
        .orElseGet(() -> Path.of(get("HOME", System.getProperty("user.home")), ".cache", "tenure"))
        .toAbsolutePath();
  }
}
