package dev.tenure.worker;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environment variables; an empty one counts as absent. */
final class Variables {

  private final Map<String, String> environment;

  Variables(Map<String, String> environment) {
    this.environment = environment;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** The names, in order, of those that begin so and are not empty. */
  List<String> namesFrom(String beginning) {
    return environment.keySet().stream()
        .filter(name -> name.startsWith(beginning) && text(name).isPresent())
        .sorted()
        .toList();
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  int port(String name, int otherwise) {
    return text(name).map(text -> port(name, text)).orElse(otherwise);
  }

  Duration duration(String name, Duration otherwise) {
    return text(name).map(text -> duration(name, text)).orElse(otherwise);
  }

  Optional<Double> rate(String name) {
    return text(name).map(text -> rate(name, text));
  }

  private static int port(String name, String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, text, "a port number");
    }
    throw wrong(name, text, "a port number");
  }

  private static Duration duration(String name, String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.isPositive()) {
        return duration;
      }
    } catch (DateTimeException e) {
      throw wrong(name, text, "a duration such as PT1S");
    }
    throw wrong(name, text, "a duration above zero such as PT1S");
  }

  private static double rate(String name, String text) {
    try {
      double rate = Double.parseDouble(text);
      if (rate > 0 && rate <= 100_000) {
        return rate;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, text, "calls per second, e.g. 2");
    }
    throw wrong(name, text, "calls per second above zero, e.g. 2");
  }

  private static SettingsException wrong(String name, String text, String wanted) {
    return new SettingsException(name + "=" + text + " cannot be used: it must be " + wanted);
  }
}
