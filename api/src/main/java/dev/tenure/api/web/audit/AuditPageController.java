package dev.tenure.api.web.audit;

import dev.tenure.api.access.RequiresScope;
import dev.tenure.api.access.Scope;
import dev.tenure.api.web.form.Forms;
import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Pages;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.journal.access.AuditEntries;
import dev.tenure.journal.access.AuditEntry;
import dev.tenure.journal.access.AuditQuery;
import dev.tenure.journal.store.Slice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who did what, for people who administer the front. */
@Hidden
@Controller("/audit")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@RequiresScope(Scope.ADMIN)
final class AuditPageController {

  private static final int SHOWN = 50;

  private final AuditEntries entries;
  private final Pages pages;

  AuditPageController(AuditEntries entries, Pages pages) {
    this.entries = entries;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    Map<String, String> query = Forms.query(request);
    String hire = query.getOrDefault("hire", "").strip();
    String actor = query.getOrDefault("actor", "").strip();
    @Nullable Long before = Links.place(query.get("before"));
    Slice<AuditEntry> slice =
        entries.list(
            new AuditQuery(
                hire.isEmpty() ? null : hire, actor.isEmpty() ? null : actor, null, before, SHOWN));
    var times = new RelativeTimes(Instant.now());
    String path = "/audit?hire=" + Links.encoded(hire) + "&actor=" + Links.encoded(actor);
    var page =
        new AuditPage(
            hire,
            actor,
            slice.items().stream().map(entry -> AuditRow.of(entry, times)).toList(),
            before == null ? null : path,
            slice.more() ? path + "&before=" + slice.items().getLast().id() : null);
    return pages.show(request, HttpStatus.OK, "audit", "Audit", page);
  }
}
