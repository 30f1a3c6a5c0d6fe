package dev.tenure.api.pages.approvals;

import dev.tenure.api.access.AuditNotes;
import dev.tenure.api.access.Audited;
import dev.tenure.api.access.Principal;
import dev.tenure.api.access.Scope;
import dev.tenure.api.approvals.ApprovalDecisions;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.pages.form.Form;
import dev.tenure.api.pages.form.Forms;
import dev.tenure.api.pages.form.IdempotencyKeys;
import dev.tenure.api.pages.form.RefusalText;
import dev.tenure.api.pages.hires.view.ApprovalRow;
import dev.tenure.api.pages.shared.Links;
import dev.tenure.api.pages.shared.Pages;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.ApprovalQuery;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.Approvals;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page on which a person decides an approval of OpenContract. */
@Hidden
@Controller("/approvals/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured(Scope.Name.HIRES_READ)
record ApprovalPageController(
    ApprovalDecisions decisions, Approvals approvals, Hires hires, Forms forms, Pages pages) {

  private static final int APPROVALS = 200;

  @Get
  HttpResponse<?> show(HttpRequest<?> request, String id) {
    ApprovalView view = decisions.find(id);
    if (view.approval().termsDigest() == null) {
      String out = Links.out(view.approval().url());
      return HttpResponse.seeOther(URI.create(out == null ? Links.hire(view.hireId()) : out));
    }
    return page(request, HttpStatus.OK, view, IdempotencyKeys.next(), ApprovalPage.blank());
  }

  @Secured(Scope.Name.APPROVALS_DECIDE)
  @Audited("decide_approval")
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(HttpRequest<Map<String, String>> request, String id) {
    Map<String, String> typed = forms.read(request);
    String key = typed.getOrDefault("key", IdempotencyKeys.next());
    try {
      decisions.decide(
          request,
          id,
          confirmed(typed.get("decision")),
          typed.getOrDefault("termsDigest", ""),
          typed.get("/reason"),
          CommandHeaders.ofKey(key));
      return HttpResponse.seeOther(URI.create(Links.approval(id)));
    } catch (ProblemException e) {
      HttpStatus status = HttpStatus.valueOf(e.problem().status());
      AuditNotes.CODE.note(request, e.problem().code());
      Form refused = ApprovalPage.blank().filled(typed).refused(e.problem(), RefusalText.of(e));
      return page(request, status, decisions.find(id), IdempotencyKeys.after(e, key), refused);
    }
  }

  /** A form without a word is no yes. */
  private static boolean confirmed(@Nullable String decision) {
    if ("confirm".equals(decision)) {
      return true;
    }
    if ("decline".equals(decision)) {
      return false;
    }
    throw Problems.malformed("decision must be confirm or decline.", List.of());
  }

  private HttpResponse<?> page(
      HttpRequest<?> request, HttpStatus status, ApprovalView view, String key, Form form) {
    HireView hire = hires.find(view.hireId()).orElseThrow(() -> Problems.noHire(view.hireId()));
    boolean may =
        view.approval().pending()
            && Principal.of(request).filter(who -> who.may(Scope.APPROVALS_DECIDE)).isPresent();
    var page = new ApprovalPage(ApprovalRow.of(view, hire), hire, next(view, hire), may, key, form);
    return pages.show(request, status, "approval", page.row().what(), page);
  }

  /** What people are asked now in place of an approval that is final. */
  private @Nullable ApprovalRow next(ApprovalView view, HireView hire) {
    ApprovalDocument approval = view.approval();
    if (approval.pending()) {
      return null;
    }
    var pending = new ApprovalQuery(ApprovalStatus.PENDING, hire.id(), null, APPROVALS);
    return approvals.list(pending).items().stream()
        .filter(other -> other.approval().kind() == approval.kind())
        .filter(other -> Objects.equals(other.approval().milestone(), approval.milestone()))
        .findFirst()
        .map(other -> ApprovalRow.of(other, hire))
        .orElse(null);
  }
}
