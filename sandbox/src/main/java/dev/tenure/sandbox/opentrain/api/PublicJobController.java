package dev.tenure.sandbox.opentrain.api;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.JobJson;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.world.World;
import dev.tenure.sandbox.store.Slice;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What anybody may see of published jobs, without a token. */
@Controller(ApiPath.V1 + "/jobs")
class PublicJobController {
  private static final int DEFAULT_LIMIT = 25;
  private static final int LARGEST = 100;
  private static final int MOST_CHANGES = 5_000;

  private final World world;

  PublicJobController(World world) {
    this.world = world;
  }

  /** Published jobs. */
  @Get
  JobJson.Page list(
      @QueryValue @Nullable @Min(1) @Max(LARGEST) Integer limit,
      @QueryValue @Nullable String cursor) {
    return world.transact(
        () -> {
          Slice<Job> page =
              Slice.of(
                  world.jobs.before(Texts.given(cursor)).filter(Job::published),
                  requireNonNullElse(limit, DEFAULT_LIMIT));
          return new JobJson.Page(page.map(JobJson::of), page.next(Job::id));
        });
  }

  /** How many of each kind. */
  @Get("/facets")
  JobJson.Facets facets() {
    return world.transact(
        () ->
            new JobJson.Facets(
                Map.of(
                    "paymentType",
                    world
                        .jobs
                        .oldestFirst(Job::published)
                        .collect(
                            Collectors.groupingBy(
                                job -> job.paymentType().name(),
                                TreeMap::new,
                                Collectors.counting())))));
  }

  /** What happened to jobs. */
  @Get("/changes")
  JobJson.Changes changes(@QueryValue @Schema(type = "string", format = "date-time") String since) {
    Instant from = world.clock().market(requireNonNull(IsoTime.of("since", since)));
    return world.transact(
        () -> {
          Instant now = world.now();
          List<JobJson.Change> changes =
              world
                  .jobs
                  .oldestFirst(job -> job.published() && job.updatedAt().isAfter(from))
                  .sorted(Comparator.comparing(Job::updatedAt))
                  .limit(MOST_CHANGES)
                  .map(job -> new JobJson.Change(job.id(), "PUBLISHED", job.updatedAt()))
                  .toList();
          // What was cut off is seen by whoever goes on from here.
          Instant until = changes.size() < MOST_CHANGES ? now : changes.getLast().occurredAt();
          return new JobJson.Changes(from, until, changes, now);
        });
  }
}
