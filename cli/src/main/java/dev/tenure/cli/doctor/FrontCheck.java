package dev.tenure.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.http.JsonClient.Answer;
import dev.tenure.cli.http.UnreachableException;
import dev.tenure.cli.terminal.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at the front: whether it lives, what it needs, and whether the clocks agree. */
record FrontCheck(Supplier<FrontClient> front) {
  private static final Duration SKEW = Duration.ofSeconds(30);

  List<CheckResult> findings() {
    FrontClient client;
    Answer health;
    try {
      client = front.get();
      health = client.look("/health/readiness");
    } catch (UnreachableException e) {
      return List.of(
          CheckResult.red("api", e.words(), null),
          CheckResult.unknown("database", "the api tells, and it does not answer"),
          CheckResult.unknown("Temporal", "the api tells, and it does not answer"),
          CheckResult.unknown("clock", "the api tells, and it does not answer"));
    }
    var details = health.json().path("details");
    if (!details.path("database").isObject()) {
      return List.of(
          CheckResult.red(
              "api",
              client.origin() + " is not Tenure's front",
              "Name the front by TENURE_URL or --url"));
    }
    return List.of(
        CheckResult.green("api", "answers at " + client.origin()),
        part("database", details.path("database"), "See the api's log, and TENURE_JDBC_URL"),
        part(
            "Temporal",
            details.path("temporal"),
            "See the api's log, and its TEMPORAL_* variables"),
        clock(health.date()));
  }

  private static CheckResult part(String name, JsonNode part, String remedy) {
    var words = Formats.text(part.path("details").path("words"));
    var said = words.equals("-") ? Formats.text(part.path("status")) : words;
    return part.path("status").asText().equals("UP")
        ? CheckResult.green(name, said)
        : CheckResult.red(name, said, remedy);
  }

  /** Deadlines are reckoned with both clocks, so they must agree to within half a minute. */
  private static CheckResult clock(Optional<String> date) {
    try {
      var theirs =
          ZonedDateTime.parse(date.orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      var apart = Duration.between(theirs, Instant.now()).abs();
      return apart.compareTo(SKEW) <= 0
          ? CheckResult.green("clock", "agrees with the front's")
          : CheckResult.red(
              "clock",
              "this machine's clock and the front's are " + Formats.span(apart) + " apart",
              "Let both follow a time server (NTP)");
    } catch (DateTimeParseException e) {
      return CheckResult.unknown("clock", "the front does not tell its time");
    }
  }
}
