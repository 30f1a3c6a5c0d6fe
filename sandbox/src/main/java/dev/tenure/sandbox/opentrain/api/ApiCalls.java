package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.ApprovalJson;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.rules.Audit;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Links;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.account.Tokens;
import dev.tenure.sandbox.opentrain.rules.contract.RequestedApproval;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where every call of the marketplace's API arrives: it authenticates, checks the gate, runs the
 * work alone in the world, and writes down what came of it.
 */
@Singleton
public class ApiCalls {
  private static final String BEARER = "Bearer ";
  private static final String GATE = "sandbox.gate";

  private final World world;
  private final Audit audit;
  private final Links links;
  private final Tokens tokens;

  ApiCalls(World world, Audit audit, Links links, Tokens tokens) {
    this.world = world;
    this.audit = audit;
    this.links = links;
    this.tokens = tokens;
  }

  /** Refuses who may not make the call. */
  void admit(HttpRequest<?> request, Gate gate) {
    request.setAttribute(GATE, gate);
    Refusal refusal = world.transact(() -> refusal(request, gate));
    if (refusal != null) {
      throw refusal;
    }
  }

  /** Does the work of a call that answers 200. */
  <T> HttpResponse<T> ok(HttpRequest<?> request, Function<Caller, T> work) {
    return serve(request, caller -> ApiAnswer.ok(work.apply(caller)));
  }

  /** Does the work of a call that answers 201. */
  <T> HttpResponse<T> created(HttpRequest<?> request, Function<Caller, T> work) {
    return serve(request, caller -> ApiAnswer.created(work.apply(caller)));
  }

  /** Does the work of a call that a person has to confirm. */
  HttpResponse<ApprovalJson.Requested> accepted(
      HttpRequest<?> request, Function<Caller, RequestedApproval> work) {
    return serve(request, caller -> accepted(work.apply(caller)));
  }

  /** 202, for the first request and for its repetitions alike. */
  ApiAnswer<ApprovalJson.Requested> accepted(RequestedApproval asked) {
    return new ApiAnswer<>(
        202, json(asked.approval()).requested(), asked.approval().id(), asked.repeated());
  }

  /** An approval as the API shows it. */
  public ApprovalJson json(Approval approval) {
    return ApprovalJson.of(approval, links.approval(approval.id()));
  }

  <T> HttpResponse<T> serve(HttpRequest<?> request, Function<Caller, ? extends ApiAnswer<T>> work) {
    Gate gate = gate(request).orElseThrow();
    ApiAnswer<T> answer =
        world.transact(
            () -> {
              // Once more, since the gate may have closed while the body was read.
              ApiAnswer<T> made = work.apply(enter(request, gate));
              note(
                  request,
                  made.status(),
                  made.approvalId(),
                  made.repeated() ? "repeated" : "created");
              return made;
            });
    return HttpResponse.<T>status(HttpStatus.valueOf(answer.status())).body(answer.body());
  }

  /** Notes a write that came to nothing, unless it was never one of a client's. */
  void noteRefused(HttpRequest<?> request, int status) {
    if (status >= 400 && gate(request).isPresent()) {
      world.transact(() -> note(request, status, null, status >= 500 ? "failed" : "refused"));
    }
  }

  private Caller enter(HttpRequest<?> request, Gate gate) {
    AccessToken token = token(request);
    if (token == null) {
      throw Refusal.unauthorized();
    }
    Caller caller = new Caller(world.accounts.get(token.accountId()), token);
    gate.check(caller, links.claim());
    return caller;
  }

  /** Handed back and not thrown: the use of a token is noted also where the gate stays closed. */
  private @Nullable Refusal refusal(HttpRequest<?> request, Gate gate) {
    AccessToken token = token(request);
    if (token != null) {
      tokens.noteUse(token);
    }
    try {
      enter(request, gate);
      return null;
    } catch (Refusal refusal) {
      return refusal;
    }
  }

  private @Nullable AccessToken token(HttpRequest<?> request) {
    String header = request.getHeaders().get("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return null;
    }
    AccessToken token = world.tokens.find(header.substring(BEARER.length()).strip());
    return token == null || !token.usable(world.now()) ? null : token;
  }

  private boolean note(
      HttpRequest<?> request, int status, @Nullable String approvalId, String outcome) {
    boolean write = request.getMethod() != HttpMethod.GET;
    if (write) {
      audit.write(
          request.getMethodName(),
          request.getPath().substring(ApiPath.V1.length()),
          status,
          approvalId,
          outcome);
    }
    return write;
  }

  private static Optional<Gate> gate(HttpRequest<?> request) {
    return request.getAttribute(GATE, Gate.class);
  }
}
