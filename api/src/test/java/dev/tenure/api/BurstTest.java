package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.database.Database;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many requests at once. */
@ExtendWith(StackExtension.class)
class BurstTest {

  @Test
  void aBurstRightAfterTheStartIsRecordedWholeEvenOnAFewConnections(Stack stack) {
    // Not one second may pass between the start and the burst; the tables are set up meanwhile.
    try (Database database = Database.start();
        Front front =
            Front.begin(database, stack.temporalPort(), Map.of("tenure.jdbc.pool-size", 2))) {
      assertThat(make(front.http(), 120)).hasSize(120).containsOnly(201);
    }
  }

  private static List<Integer> make(Http http, int many) {
    return IntStream.range(0, many)
        .mapToObj(
            i ->
                CompletableFuture.supplyAsync(
                    () -> http.post("/v1/hires", Bodies.shortest(Bodies.proposal())).status(),
                    Thread::startVirtualThread))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }
}
