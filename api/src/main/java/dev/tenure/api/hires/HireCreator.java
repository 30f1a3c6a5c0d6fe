package dev.tenure.api.hires;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.access.AuditNotes;
import dev.tenure.api.access.AuditTrail;
import dev.tenure.api.access.CurrentPrincipal;
import dev.tenure.api.access.Principal;
import dev.tenure.api.body.Body;
import dev.tenure.api.body.RequestBodies;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.hires.command.CommandKey;
import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.json.HireResponses;
import dev.tenure.api.hires.request.Differences;
import dev.tenure.api.hires.request.HireRequest;
import dev.tenure.api.hires.request.PlanReader;
import dev.tenure.api.hires.request.PlanShape;
import dev.tenure.api.links.Paths;
import dev.tenure.api.problem.Difference;
import dev.tenure.api.problem.Pointer;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.HireStarter;
import dev.tenure.journal.access.AuditEntry;
import dev.tenure.journal.access.AuditEntry.Outcome;
import dev.tenure.journal.access.RequestKeys;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.record.Insertion;
import dev.tenure.journal.record.NewHire;
import dev.tenure.journal.run.PendingStart;
import dev.tenure.model.plan.HirePlan;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes hires: the row first, the workflow second. */
@Singleton
record HireCreator(
    HireRecords records,
    RequestKeys keys,
    HireStarter starter,
    PlanReader plans,
    RequestBodies bodies,
    HireResponses responses,
    LongPoll longPoll,
    CurrentPrincipal sender,
    AuditTrail trail) {

  /** What the audit list calls it. */
  static final String ACTION = "make_hire";

  HttpResponse<HireJson> make(
      HttpRequest<?> request, byte @Nullable [] body, @Nullable String prefer)
      throws InterruptedException {
    CommandHeaders headers = CommandHeaders.of(request);
    PlanReader.Planned planned;
    try {
      planned = plans.read(body);
    } catch (ProblemException refused) {
      // What was made stays made, though a deadline in it may have passed meanwhile.
      Body<HireRequest> asked = bodies.read(body, HireRequest.class);
      if (headers.key() == null || asked.violations().within(Pointer.ROOT)) {
        throw refused;
      }
      CommandKey key = key(headers, asked.sent());
      String made =
          keys.find(name(asked.sent().path("account").asText(PlanReader.DEFAULT), key))
              .map(key::checked)
              .map(RequestKeys.Use::made)
              .orElseThrow(() -> refused);
      return answer(request, new Entered(responses.find(made), false), prefer, key);
    }
    if (headers.key() == null) {
      return answer(request, entered(request, planned, null), prefer, null);
    }
    CommandKey key = key(headers, planned.sent());
    RequestKeys.Key name = name(planned.plan().account(), key);
    RequestKeys.Use use = key.checked(keys.claim(name, key.digest()));
    if (use.made() != null) {
      return answer(request, new Entered(responses.find(use.made()), false), prefer, key);
    }
    Entered entered = entered(request, planned, name);
    if (!entered.made()) {
      keys.made(name, entered.hire().id());
    }
    return answer(request, entered, prefer, key);
  }

  private static CommandKey key(CommandHeaders headers, JsonNode sent) {
    return CommandKey.of(headers, "make-hire", "", sent);
  }

  private static RequestKeys.Key name(String account, CommandKey key) {
    return RequestKeys.Key.ofHires(account, key.key());
  }

  /** A hire that stands for a request, made for it or there before. */
  private record Entered(HireView hire, boolean made) {}

  private Entered entered(
      HttpRequest<?> request, PlanReader.Planned planned, RequestKeys.@Nullable Key key) {
    HirePlan plan = planned.plan();
    String digest = PlanShape.digest(plan);
    if (planned.replaces() != null && !responses.visible(planned.replaces())) {
      throw notReplaceable(Insertion.Reason.UNKNOWN, planned.replaces());
    }
    return switch (records.insert(entry(request, planned, digest, key))) {
      case Insertion.Inserted(HireView hire) -> {
        AuditNotes.DONE.note(request, "done");
        yield new Entered(begin(hire), true);
      }
      case Insertion.Existing(HireView hire) -> new Entered(same(hire, plan, digest), false);
      case Insertion.NotReplaceable(Insertion.Reason reason) ->
          throw notReplaceable(reason, planned.replaces());
    };
  }

  private NewHire entry(
      HttpRequest<?> request,
      PlanReader.Planned planned,
      String digest,
      RequestKeys.@Nullable Key key) {
    String id = "hir_" + UUID.randomUUID().toString().replace("-", "");
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    String requester = sender.get().map(Principal::name).orElse(null);
    AuditEntry audit =
        trail.entry(
            request, ACTION, id, null, Outcome.CARRIED_OUT, HttpStatus.CREATED.getCode(), null);
    return new NewHire(id, planned.plan(), digest, now, planned.replaces(), requester, key, audit);
  }

  private HireView begin(HireView hire) {
    starter.begin(
        new PendingStart(
            hire.id(),
            hire.document().generation(),
            hire.row().plan(),
            hire.document().createdAt(),
            sender.get().map(Principal::name).orElse(null)));
    return hire;
  }

  private HttpResponse<HireJson> answer(
      HttpRequest<?> request, Entered entered, @Nullable String prefer, @Nullable CommandKey key)
      throws InterruptedException {
    HireView hire = entered.hire();
    AuditNotes.HIRE.note(request, hire.id());
    Optional<Preference> wait = Preference.wait(prefer);
    HireView shown = wait.isPresent() ? await(hire.id(), wait.get()) : hire;
    MutableHttpResponse<HireJson> response =
        entered.made()
            ? responses.of(shown).created(Paths.hire(hire.id()))
            : responses.of(shown).ok();
    if (key != null) {
      response.header(CommandHeaders.IDEMPOTENCY_KEY, key.key());
    }
    wait.ifPresent(applied -> response.header(Preference.APPLIED, applied.text()));
    return response;
  }

  private HireView await(String id, Preference wait) throws InterruptedException {
    return longPoll.await(id, wait.longest(), () -> responses.find(id), HireCreator::worthShowing);
  }

  /** Whether there is something for a person to do, or nothing more to come. */
  private static boolean worthShowing(HireView hire) {
    return hire.document().status().closed()
        || !hire.openIncidents().isEmpty()
        || hire.document().waitingFor().stream().anyMatch(waiting -> waiting.url() != null);
  }

  private static HireView same(HireView existing, HirePlan plan, String digest) {
    // A plan of an earlier build, which knew fewer fields, has another digest but no difference.
    List<Difference> differences = Differences.between(existing.row().plan(), plan);
    if (existing.row().digest().equals(digest) || differences.isEmpty()) {
      return existing;
    }
    ProblemException e =
        Problems.conflict(
            "hire_exists",
            "Another hire exists",
            "There is a hire of this account and "
                + subject(plan)
                + " with other terms; see differences. Send"
                + " the same terms to get it, or, once it is closed without a contract, replace it"
                + " by name.");
    throw new ProblemException(e.problem().differingFrom(Paths.hire(existing.id()), differences));
  }

  private static String subject(HirePlan plan) {
    return plan.openContract() == null ? "proposal" : "externalRef";
  }

  private static ProblemException notReplaceable(
      Insertion.Reason reason, @Nullable String replaces) {
    String what = "Hire " + replaces;
    String detail =
        switch (reason) {
          case UNKNOWN -> what + " does not exist.";
          case OTHER_PROPOSAL -> what + " belongs to another account, or proposal or externalRef.";
          case REPLACED -> what + " was replaced before by another hire; name that one.";
          case OPEN -> what + " is still open; only a closed hire can be replaced.";
          case HAS_CONTRACT -> what + " led to a contract; it cannot be replaced.";
        };
    return Problems.conflict("not_replaceable", "Cannot be replaced", detail);
  }
}
