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
import dev.tenure.sandbox.opentrain.rules.contract.Approvals;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where every gated call of the marketplace's API arrives: it authenticates, checks the gate, runs
 * the method of the call alone in the world, and writes down what came of it.
 */
@Singleton
@InterceptorBean(Gated.class)
public class ApiCalls
    implements TypedRequestArgumentBinder<Caller>, MethodInterceptor<Object, Object> {
  private static final String BEARER = "Bearer ";
  private static final String GATE = "sandbox.gate";
  private static final String REPEATED = "sandbox.repeated";
  private static final String CALLER = "sandbox.caller";

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

  @Override
  public Argument<Caller> argumentType() {
    return Argument.of(Caller.class);
  }

  /** The caller as the gate let it in; the call's own transaction brings it up to date. */
  @Override
  public BindingResult<Caller> bind(
      ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
    return () -> request.getAttribute(CALLER, Caller.class);
  }

  /** Runs the method of a gated call alone in the world, and notes what came of it. */
  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
    HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
    Gate gate = context.enumValue(Gated.class, Gate.class).orElseThrow();
    return world.transact(
        () -> {
          // Once more, since the gate may have closed while the body was read.
          Caller caller = enter(request, gate);
          Object[] parameters = context.getParameterValues();
          for (int i = 0; i < parameters.length; i++) {
            parameters[i] = parameters[i] instanceof Caller ? caller : parameters[i];
          }
          Object answer = context.proceed();
          if (answer instanceof HttpResponse<?> response) {
            Optional<String> approvalId =
                response.getBody(ApprovalJson.Requested.class).map(asked -> asked.approval().id());
            boolean repeated = response.getAttribute(REPEATED, Boolean.class).orElse(false);
            note(
                request,
                response.code(),
                approvalId.orElse(null),
                repeated ? "repeated" : "created");
          } else {
            HttpStatus status =
                context.enumValue(Status.class, HttpStatus.class).orElse(HttpStatus.OK);
            note(request, status.getCode(), null, "created");
          }
          return answer;
        });
  }

  /** 202, for the first request and for its repetitions alike. */
  HttpResponse<ApprovalJson.Requested> accepted(Approvals.Requested asked) {
    return answer(HttpStatus.ACCEPTED, json(asked.approval()).requested(), asked.repeated());
  }

  /** 201 for what was made just now, and 200 for what was there. */
  <T> HttpResponse<T> made(boolean fresh, T body) {
    return answer(fresh ? HttpStatus.CREATED : HttpStatus.OK, body, !fresh);
  }

  /**
   * An answer of which the audit has to know more than its status.
   *
   * @param repeated nothing was made: it had been asked for before
   */
  <T> HttpResponse<T> answer(HttpStatus status, T body, boolean repeated) {
    return HttpResponse.<T>status(status).body(body).setAttribute(REPEATED, repeated);
  }

  /** An approval as the API shows it. */
  public ApprovalJson json(Approval approval) {
    return ApprovalJson.of(approval, links.approval(approval.id()));
  }

  /** Notes a write that came to nothing, unless it was never one of a client's. */
  void noteRefused(HttpRequest<?> request, int status) {
    if (status >= 400 && request.getAttribute(GATE).isPresent()) {
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
      request.setAttribute(CALLER, enter(request, gate));
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
}
