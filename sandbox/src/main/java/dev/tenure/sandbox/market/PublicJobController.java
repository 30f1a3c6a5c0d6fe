package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.JobJson;
import dev.tenure.sandbox.wire.Moment;
import dev.tenure.sandbox.world.Job;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What anybody may see of published jobs, without a token. */
@Controller(Desk.API + "/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
class PublicJobController {
  private static final int DEFAULT_LIMIT = 25;
  private static final int LARGEST = 100;
  private static final int MOST_CHANGES = 5_000;

  private final World world;

  PublicJobController(World world) {
    this.world = world;
  }

  @Get
  JobJson.Page list(HttpRequest<?> request) {
    Query query = new Query(request);
    int limit = query.limit(DEFAULT_LIMIT, LARGEST);
    String cursor = query.text("cursor");
    return world.transact(() -> page(limit, cursor));
  }

  @Get("/facets")
  JobJson.Facets facets() {
    return world.transact(
        () ->
            new JobJson.Facets(
                Map.of(
                    "paymentType",
                    world
                        .jobs
                        .oldestFirst()
                        .filter(Job::published)
                        .collect(
                            Collectors.groupingBy(
                                job -> job.paymentType().name(),
                                TreeMap::new,
                                Collectors.counting())))));
  }

  @Get("/changes")
  JobJson.Changes changes(HttpRequest<?> request) {
    Instant since = world.clock().market(since(new Query(request).sent("since")));
    return world.transact(
        () -> {
          Moment now = Moment.of(world.now());
          List<JobJson.Change> changes =
              world
                  .jobs
                  .oldestFirst()
                  .filter(job -> job.published() && job.updatedAt().isAfter(since))
                  .sorted(Comparator.comparing(Job::updatedAt))
                  .limit(MOST_CHANGES)
                  .map(job -> new JobJson.Change(job.id(), "PUBLISHED", Moment.of(job.updatedAt())))
                  .toList();
          // What was cut off is seen by whoever goes on from here.
          Moment until = changes.size() < MOST_CHANGES ? now : changes.getLast().occurredAt();
          return new JobJson.Changes(Moment.of(since), until, changes, now);
        });
  }

  private JobJson.Page page(int limit, @Nullable String cursor) {
    if (cursor != null && !world.jobs.holds(cursor)) {
      throw Refusal.field("cursor", "is not one that this list gave");
    }
    List<Job> found =
        (cursor == null ? world.jobs.newestFirst() : world.jobs.before(cursor))
            .filter(Job::published)
            .limit(limit + 1L)
            .toList();
    List<Job> page = found.subList(0, Math.min(limit, found.size()));
    return new JobJson.Page(
        page.stream().map(JobJson::of).toList(), found.size() > limit ? page.getLast().id() : null);
  }

  private static Instant since(@Nullable String text) {
    if (text == null) {
      throw Refusal.field("since", "is required");
    }
    try {
      return IsoTime.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.field("since", "must be an ISO 8601 time");
    }
  }
}
