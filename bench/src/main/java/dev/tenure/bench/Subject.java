package dev.tenure.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A sandbox under measurement with the world that it was given. */
record Subject(String name, SandboxProcess process, Client client, Mix mix)
    implements AutoCloseable {
  private static final int WORKING_SET = 1_000;

  static Subject populated(String name, String classPath, int contracts)
      throws IOException, InterruptedException {
    return emptied(name, classPath, contracts, contracts);
  }

  /** It has had as much to do as a full one, and then its world was begun anew. */
  static Subject emptied(String name, String classPath, int before, int contracts)
      throws IOException, InterruptedException {
    SandboxProcess process =
        new SandboxProcess(Files.createTempDirectory("sandbox-bench"), classPath);
    Client client = new Client(process.url());
    Mix mix = populate(client, before);
    if (before != contracts) {
      client.control("/reset", "");
      mix = populate(client, contracts);
    }
    return new Subject(name, process, client, mix);
  }

  /** Reads a page or a control as whoever watches it would. */
  void look(String path) throws IOException, InterruptedException {
    client.send("GET", path, "");
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public void close() {
    process.close();
  }

  /** Hires them in the app; the feed is read from its end on, as an engine would. */
  private static Mix populate(Client client, int contracts)
      throws IOException, InterruptedException {
    List<String> proposals =
        Client.ids(
            client.control(
                "/proposals", "{\"count\": %d, \"announce\": true}".formatted(contracts)),
            "prp");
    List<String> hired = new ArrayList<>();
    List<String> milestones = new ArrayList<>();
    List<String> threads = new ArrayList<>();
    String terms = "{\"milestone\": {\"name\": \"Batch 1\", \"amount\": 10}}";
    for (String proposal : proposals) {
      String contract = client.control("/proposals/" + proposal + "/hire", terms);
      hired.add(Client.ids(contract, "ctr").getFirst());
      milestones.add(Client.ids(contract, "mst").getFirst());
      threads.add(Client.ids(contract, "cnv").getFirst());
    }
    return new Mix(
        client,
        some(hired),
        some(milestones),
        some(threads),
        some(proposals),
        new AtomicReference<>(lastEvent(client)));
  }

  /** Evenly from the whole list, so that a full world is read all over and not at one end. */
  private static List<String> some(List<String> all) {
    int step = Math.max(1, all.size() / WORKING_SET);
    List<String> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += step) {
      some.add(all.get(i));
    }
    return some;
  }

  private static String lastEvent(Client client) throws IOException, InterruptedException {
    String cursor = "0";
    while (true) {
      String page = client.get("/updates?limit=200&cursor=" + cursor);
      cursor = Client.nextCursor(page);
      if (page.contains("\"hasMore\":false")) {
        return cursor;
      }
    }
  }
}
