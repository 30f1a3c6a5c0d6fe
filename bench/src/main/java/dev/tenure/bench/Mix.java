package dev.tenure.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What an engine asks of a marketplace: mostly reads of contracts, proposals and the feed, one
 * write in five. No write lets a contract grow: ten contracts that were to bear all the milestones
 * of a run would be slower to read than ten thousand that share them.
 */
record Mix(
    Client client,
    List<String> contracts,
    List<String> milestones,
    List<String> threads,
    List<String> proposals,
    AtomicReference<String> cursor) {

  private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

  void one() throws IOException, InterruptedException {
    int draw = ThreadLocalRandom.current().nextInt(100);
    if (draw < 40) {
      client.get("/contracts/" + any(contracts));
    } else if (draw < 60) {
      feed();
    } else if (draw < 80) {
      client.get("/proposals/" + any(proposals));
    } else if (draw < 90) {
      client.post(
          "/messages",
          "{\"conversationId\": \"%s\", \"content\": \"bench %d\"}"
              .formatted(any(threads), NUMBERS.incrementAndGet()));
    } else {
      client.post("/milestones/" + any(milestones) + "/approve", "");
    }
  }

  /** Changes a contract. */
  void write() throws IOException, InterruptedException {
    client.post(
        "/contracts/" + any(contracts) + "/milestones",
        "{\"description\": \"bench %d\", \"amountUsd\": 5}".formatted(NUMBERS.incrementAndGet()));
  }

  private void feed() throws IOException, InterruptedException {
    String page = client.get("/updates?limit=200&cursor=" + cursor.get());
    cursor.set(Client.nextCursor(page));
  }

  private static String any(List<String> from) {
    return from.get(ThreadLocalRandom.current().nextInt(from.size()));
  }
}
