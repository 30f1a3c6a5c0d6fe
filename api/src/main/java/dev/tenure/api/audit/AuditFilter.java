package dev.tenure.api.audit;

import dev.tenure.api.access.AuditNotes;
import dev.tenure.api.access.AuditTrail;
import dev.tenure.api.access.Audited;
import dev.tenure.api.access.Principal;
import dev.tenure.api.problem.Problem;
import dev.tenure.journal.access.AuditEntries;
import dev.tenure.journal.access.AuditEntry;
import dev.tenure.journal.access.AuditEntry.Outcome;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.journal.store.RefusedStatementException;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes down every {@link Audited} operation that somebody known asked for, once it is answered;
 * and every try to sign in, but those that had to wait.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
record AuditFilter(AuditEntries entries, AuditTrail trail) implements Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);

  /** Problems of the server with which a command certainly went nowhere. */
  private static final Set<String> NEVER_SENT = Set.of("busy", "not_started");

  private static final String SIGN_IN = "sign_in";
  private static final int LONGEST = 1_000;

  /** Around the filters that ask who it is: what they refuse is taken down as well. */
  @Override
  public int getOrder() {
    return -100;
  }

  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void take(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (RouteAttributes.getRouteMatch(request).orElse(null)
        instanceof MethodBasedRouteMatch<?, ?> match) {
      match
          .getExecutableMethod()
          .getAnnotationMetadata()
          .stringValue(Audited.class)
          .map(action -> named(action, match.getVariableValues()))
          .filter(
              action ->
                  AuditNotes.DONE.of(request).isEmpty() && concerns(action, request, response))
          .ifPresent(action -> keep(entry(action, match.getVariableValues(), request, response)));
    }
  }

  /** Strangers who are turned away could fill the list. */
  private static boolean concerns(
      String action, HttpRequest<?> request, MutableHttpResponse<?> response) {
    return Principal.of(request).isPresent()
        || (action.equals(SIGN_IN) && response.code() != HttpStatus.TOO_MANY_REQUESTS.getCode());
  }

  private static String named(String action, Map<String, Object> variables) {
    return action.startsWith("{")
        ? text(variables.get(action.substring(1, action.length() - 1)))
            .orElse(action)
            .replace('-', '_')
        : action;
  }

  private AuditEntry entry(
      String action,
      Map<String, Object> variables,
      HttpRequest<?> request,
      MutableHttpResponse<?> response) {
    @Nullable String code =
        response.body() instanceof Problem problem
            ? problem.code()
            : AuditNotes.CODE.of(request).orElse(null);
    return trail.entry(
        request,
        action,
        hire(variables, request).orElse(null),
        subject(variables, request).orElse(null),
        outcome(response.code(), code),
        response.code(),
        code);
  }

  private static Optional<String> hire(Map<String, Object> variables, HttpRequest<?> request) {
    String path = request.getPath();
    return path.startsWith("/v1/hires/") || path.startsWith("/hires/")
        ? text(variables.get("id"))
        : AuditNotes.HIRE.of(request);
  }

  private static Optional<String> subject(Map<String, Object> variables, HttpRequest<?> request) {
    return AuditNotes.SUBJECT
        .of(request)
        .or(
            () ->
                Stream.of("key", "incidentId")
                    .flatMap(name -> text(variables.get(name)).stream())
                    .findFirst())
        .map(AuditFilter::storable);
  }

  private static Outcome outcome(int status, @Nullable String code) {
    if (code != null && NEVER_SENT.contains(code)) {
      return Outcome.REFUSED;
    }
    if (status < HttpStatus.BAD_REQUEST.getCode()) {
      return Outcome.CARRIED_OUT;
    }
    return status < HttpStatus.INTERNAL_SERVER_ERROR.getCode()
        ? Outcome.REFUSED
        : Outcome.UNANSWERED;
  }

  /** What was done is done: its answer does not depend on whether it could be taken down. */
  private void keep(AuditEntry entry) {
    try {
      entries.add(entry);
    } catch (JournalUnavailable | RefusedStatementException e) {
      LOG.warn("Not in the audit list, since the journal does not take it: {}", entry, e);
    }
  }

  private static Optional<String> text(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString).map(AuditFilter::storable);
  }

  /** What PostgreSQL cannot hold, and what nobody would read, comes from outside. */
  private static String storable(String text) {
    String shortened = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    return shortened.replace('\0', '\uFFFD');
  }
}
