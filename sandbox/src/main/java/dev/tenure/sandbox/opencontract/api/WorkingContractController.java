package dev.tenure.sandbox.opencontract.api;

import static dev.tenure.sandbox.opencontract.api.AgentFilter.caller;

import dev.tenure.sandbox.http.BodyReader;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.json.WorkingContractJson;
import dev.tenure.sandbox.opencontract.model.ContractTerms;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.request.AcceptRequest;
import dev.tenure.sandbox.opencontract.request.CreateContractRequest;
import dev.tenure.sandbox.opencontract.request.DeliveryRequest;
import dev.tenure.sandbox.opencontract.rules.Outcome.Done;
import dev.tenure.sandbox.opencontract.rules.WorkingContracts;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Working Contracts: create, read, and every call that moves one on. */
@Controller(OpenContractPath.V1 + "/contracts")
@Consumes(MediaType.ALL)
class WorkingContractController {
  private static final byte[] NOTHING = {};

  private final AgentCalls calls;
  private final WorkingContracts contracts;
  private final WorkingContractList list;
  private final BodyReader<CreateContractRequest> reader;
  private final OpenContractWorld world;

  WorkingContractController(
      AgentCalls calls,
      WorkingContracts contracts,
      WorkingContractList list,
      BodyReader<CreateContractRequest> reader,
      OpenContractWorld world) {
    this.calls = calls;
    this.contracts = contracts;
    this.list = list;
    this.reader = reader;
    this.world = world;
  }

  /**
   * Creates a contract. The request is read as bytes, since the same bytes are the same attempt.
   */
  @Post
  @Keyed
  HttpResponse<Success<WorkingContractJson>> create(
      HttpRequest<?> request,
      @Schema(implementation = CreateContractRequest.class) @Body byte @Nullable [] body) {
    byte[] bytes = body == null ? NOTHING : body;
    ContractTerms terms =
        reader
            .read(bytes, CreateContractRequest.class)
            .toTerms(world.clock(), world.settings().thirdRevision());
    String client = caller(request);
    return calls.paid(
        request,
        payment -> contracts.create(client, terms, digest(client, bytes), payment),
        this::json);
  }

  /** Contracts, newest first. */
  @Get
  HttpResponse<Success<List<WorkingContractJson>>> list(
      @QueryValue @Nullable String status,
      @QueryValue @Nullable String contractType,
      @QueryValue @Nullable String awardMethod,
      @QueryValue @Nullable String client,
      @QueryValue @Nullable String worker,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    return list.page(
        new WorkingContractList.Filter(status, contractType, awardMethod, client, worker),
        limit,
        cursor);
  }

  /** A contract. */
  @Get("/{contractId}")
  HttpResponse<Success<WorkingContractJson>> read(String contractId) {
    return calls.ok(() -> json(contracts.read(contractId)));
  }

  /** Takes a contract back before it is matched. */
  @Post("/{contractId}/cancel")
  @Keyed
  HttpResponse<Success<WorkingContractJson>> cancel(HttpRequest<?> request, String contractId) {
    return calls.ok(() -> json(contracts.cancel(caller(request), contractId)));
  }

  /** Takes a contract on, or declines it. */
  @Post("/{contractId}/accept")
  @Keyed
  HttpResponse<Success<WorkingContractJson>> accept(
      HttpRequest<?> request, String contractId, @Body @Valid AcceptRequest answer) {
    String caller = caller(request);
    return calls.paid(
        request,
        payment ->
            answer.accept()
                ? contracts.accept(caller, contractId, payment)
                : new Done<>(contracts.decline(caller, contractId), null),
        this::json);
  }

  /** Gives a contract up in time. */
  @Post("/{contractId}/withdraw")
  @Keyed
  HttpResponse<Success<WorkingContractJson>> withdraw(HttpRequest<?> request, String contractId) {
    return calls.ok(() -> json(contracts.withdraw(caller(request), contractId)));
  }

  /** Hands the work in. */
  @Post("/{contractId}/delivery")
  @Keyed
  HttpResponse<Success<WorkingContractJson>> deliver(
      HttpRequest<?> request, String contractId, @Body @Valid DeliveryRequest delivery) {
    return calls.ok(
        () -> json(contracts.deliver(caller(request), contractId, delivery.delivery())));
  }

  /** Finds every criterion met. */
  @Post("/{contractId}/approve")
  @Keyed
  HttpResponse<Success<WorkingContractJson>> approve(HttpRequest<?> request, String contractId) {
    return calls.ok(() -> json(contracts.approve(caller(request), contractId)));
  }

  /** Puts the delivery to the vote. */
  @Post("/{contractId}/dispute")
  @Keyed
  HttpResponse<Success<WorkingContractJson>> dispute(HttpRequest<?> request, String contractId) {
    return calls.paid(
        request, payment -> contracts.dispute(caller(request), contractId, payment), this::json);
  }

  private WorkingContractJson json(WorkingContract contract) {
    return WorkingContractJson.of(contract, world.settings());
  }

  private static String digest(String client, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(client.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
