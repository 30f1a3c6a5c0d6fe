package dev.tenure.sandbox.openapi;

import java.util.List;
import java.util.stream.Stream;

/** Every call of the marketplace's API; a test holds this list to the routes. */
final class Operations {
  static final String V1 = "/api/public/v1";
  static final String AGENT = "/api/agent";

  private Operations() {}

  static List<Operation> all() {
    return Stream.of(
            AccountCalls.account(),
            HiringCalls.jobs(),
            HiringCalls.proposals(),
            WorkCalls.work(),
            WorkCalls.money(),
            HiringCalls.talk(),
            AccountCalls.news(),
            AccountCalls.agents())
        .flatMap(List::stream)
        .toList();
  }
}
