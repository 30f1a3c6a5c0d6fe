package dev.tenure.api.pages.audit;

import dev.tenure.api.access.Scope;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.api.pages.shared.Links;
import dev.tenure.api.pages.shared.PageParameters;
import dev.tenure.api.pages.shared.Pages;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what, for people who administer the front. */
@Hidden
@Controller("/audit")
@Produces(MediaType.TEXT_HTML)
@Secured(Scope.Name.ADMIN)
record AuditPageController(AuditEntries entries, Pages pages) {

  private static final int SHOWN = 50;

  /**
   * A part of the audit list, the newest first.
   *
   * @param hire what the list is narrowed to; empty for all
   * @param actor what the list is narrowed to; empty for all
   * @param newest where the list begins, unless it does so here
   * @param older where it goes on, if it does
   */
  record AuditPage(
      String hire,
      String actor,
      List<AuditEntry> entries,
      @Nullable String newest,
      @Nullable String older) {

    public boolean narrows() {
      return !hire.isEmpty() || !actor.isEmpty();
    }

    public String who(AuditEntry entry) {
      String name = entry.actor() == null ? "Nobody known" : entry.actor();
      return "session".equals(entry.via()) ? name + ", signed in" : name;
    }

    public String outcome(AuditEntry entry) {
      String words = Glossary.words(entry.outcome());
      return entry.code() == null ? words : words + ": " + entry.code().replace('_', ' ');
    }

    /** The colour of its outcome. */
    public String tone(AuditEntry entry) {
      return switch (entry.outcome()) {
        case CARRIED_OUT -> "idle";
        case REFUSED -> "waits";
        case UNANSWERED -> "alert";
      };
    }
  }

  @Get
  HttpResponse<?> list(
      HttpRequest<?> request,
      @QueryValue("hire") @Nullable String ofHire,
      @QueryValue("actor") @Nullable String byActor,
      @QueryValue("before") @Nullable String place) {
    var parameters = new PageParameters();
    String hire = PageParameters.text(ofHire);
    String actor = PageParameters.text(byActor);
    @Nullable Long before = parameters.before(place);
    parameters.throwIfAny();
    Slice<AuditEntry> slice =
        entries.list(
            new AuditQuery(
                hire.isEmpty() ? null : hire, actor.isEmpty() ? null : actor, null, before, SHOWN));
    String path = "/audit?hire=" + Links.encoded(hire) + "&actor=" + Links.encoded(actor);
    var page =
        new AuditPage(
            hire,
            actor,
            slice.items(),
            before == null ? null : path,
            slice.more() ? path + "&before=" + slice.items().getLast().id() : null);
    return pages.show(request, HttpStatus.OK, "audit", "Audit", page);
  }
}
