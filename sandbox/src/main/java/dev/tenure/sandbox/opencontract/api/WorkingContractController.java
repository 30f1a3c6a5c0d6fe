package dev.tenure.sandbox.opencontract.api;

import static dev.tenure.sandbox.opencontract.api.AgentFilter.caller;

import dev.tenure.sandbox.http.BodyReader;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.Envelope;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.json.WorkingContractJson;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.ContractTerms;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.request.AcceptRequest;
import dev.tenure.sandbox.opencontract.request.CreateContractRequest;
import dev.tenure.sandbox.opencontract.request.DeliveryRequest;
import dev.tenure.sandbox.opencontract.rules.ContractTimers;
import dev.tenure.sandbox.opencontract.rules.Outcome.Done;
import dev.tenure.sandbox.opencontract.rules.WorkingContracts;
import dev.tenure.sandbox.opencontract.world.OpenContractSettings;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import dev.tenure.sandbox.store.Slice;
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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Working Contracts: create, read, and every call that moves one on. */
@Controller(OpenContractPath.V1 + "/contracts")
@Consumes(MediaType.ALL)
record WorkingContractController(
    AgentCalls calls,
    WorkingContracts contracts,
    ContractTimers timers,
    BodyReader<CreateContractRequest> reader,
    OpenContractWorld world) {

  private static final byte[] NOTHING = {};
  // Order and limits of the list are assumed.
  private static final int USUAL = 20;
  private static final int MOST = 100;

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

  /** What the contracts of a list have in common; null for what does not matter. */
  record Filter(
      @Nullable String status,
      @Nullable String contractType,
      @Nullable String awardMethod,
      @Nullable String client,
      @Nullable String worker) {

    void check(OpenContractSettings settings) {
      InvalidRequest.require(
          status == null || settings.status(status).isPresent(),
          "status",
          "must be one of the twelve statuses, such as under-review");
      oneOf("contractType", contractType, "fixed", "auction");
      oneOf("awardMethod", awardMethod, "direct_award", "open_tender");
      InvalidRequest.require(client == null || Address.fits(client), "client", Address.NO_ADDRESS);
      InvalidRequest.require(worker == null || Address.fits(worker), "worker", Address.NO_ADDRESS);
    }

    boolean fits(WorkingContract contract, OpenContractSettings settings) {
      String award = contract.terms().openTender() ? "open_tender" : "direct_award";
      return (status == null || settings.word(contract.status()).equals(status))
          && (contractType == null || contractType.equals("fixed"))
          && (awardMethod == null || awardMethod.equals(award))
          && (client == null || contract.isClient(client))
          && (worker == null || contract.isWorker(worker));
    }

    private static void oneOf(String name, @Nullable String value, String one, String other) {
      InvalidRequest.require(
          value == null || value.equals(one) || value.equals(other),
          name,
          "must be " + one + " or " + other);
    }
  }

  /** Contracts, newest first. */
  @Get
  Success<List<WorkingContractJson>> list(
      @QueryValue @Nullable String status,
      @QueryValue @Nullable String contractType,
      @QueryValue @Nullable String awardMethod,
      @QueryValue @Nullable String client,
      @QueryValue @Nullable String worker,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    Filter filter = new Filter(status, contractType, awardMethod, client, worker);
    filter.check(world.settings());
    int size = limit == null ? USUAL : limit;
    InvalidRequest.require(size >= 1 && size <= MOST, "limit", "must be from 1 to " + MOST);
    return world.transact(() -> page(filter, size, cursor));
  }

  private Success<List<WorkingContractJson>> page(
      Filter filter, int size, @Nullable String cursor) {
    OpenContractSettings settings = world.settings();
    timers.lookAtAll();
    Slice<WorkingContract> page =
        Slice.of(from(cursor).filter(one -> filter.fits(one, settings)), size);
    return Envelope.page(
        page.map(one -> WorkingContractJson.of(one, settings)),
        world.now(),
        page.next(WorkingContractController::cursor));
  }

  private Stream<WorkingContract> from(@Nullable String cursor) {
    if (cursor == null) {
      return world.contracts.newestFirst();
    }
    String id = "";
    try {
      id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw noCursor();
    }
    if (!world.contracts.holds(id)) {
      throw noCursor();
    }
    return world.contracts.before(id);
  }

  private static InvalidRequest noCursor() {
    return InvalidRequest.field("cursor", "is none that was given out as meta.nextCursor");
  }

  private static String cursor(WorkingContract last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.id().getBytes(StandardCharsets.UTF_8));
  }

  /** A contract. */
  @Get("/{contractId}")
  Success<WorkingContractJson> read(String contractId) {
    return calls.free(() -> json(contracts.read(contractId)));
  }

  /** Takes a contract back before it is matched. */
  @Post("/{contractId}/cancel")
  @Keyed
  Success<WorkingContractJson> cancel(HttpRequest<?> request, String contractId) {
    return calls.free(() -> json(contracts.cancel(caller(request), contractId)));
  }

  /** Takes a contract on, or declines it. */
  @Post("/{contractId}/accept")
  @Keyed
  HttpResponse<Success<WorkingContractJson>> accept(
      HttpRequest<?> request, String contractId, @Body AcceptRequest answer) {
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
  Success<WorkingContractJson> withdraw(HttpRequest<?> request, String contractId) {
    return calls.free(() -> json(contracts.withdraw(caller(request), contractId)));
  }

  /** Hands the work in. */
  @Post("/{contractId}/delivery")
  @Keyed
  Success<WorkingContractJson> deliver(
      HttpRequest<?> request, String contractId, @Body DeliveryRequest delivery) {
    return calls.free(
        () -> json(contracts.deliver(caller(request), contractId, delivery.delivery())));
  }

  /** Finds every criterion met. */
  @Post("/{contractId}/approve")
  @Keyed
  Success<WorkingContractJson> approve(HttpRequest<?> request, String contractId) {
    return calls.free(() -> json(contracts.approve(caller(request), contractId)));
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
