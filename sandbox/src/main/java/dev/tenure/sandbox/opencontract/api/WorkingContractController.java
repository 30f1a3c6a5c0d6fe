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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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
  // Order and limits of the list are assumed.
  private static final String USUAL = "20";
  private static final int MOST = 100;

  private final AgentCalls calls;
  private final WorkingContracts contracts;
  private final ContractTimers timers;
  private final BodyReader<CreateContractRequest> reader;
  private final OpenContractWorld world;

  WorkingContractController(
      AgentCalls calls,
      WorkingContracts contracts,
      ContractTimers timers,
      BodyReader<CreateContractRequest> reader,
      OpenContractWorld world) {
    this.calls = calls;
    this.contracts = contracts;
    this.timers = timers;
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
  Success<List<WorkingContractJson>> list(
      @QueryValue @Nullable String status,
      @QueryValue @Nullable @Pattern(regexp = "fixed|auction", message = "must be fixed or auction")
          String contractType,
      @QueryValue
          @Nullable
          @Pattern(
              regexp = "direct_award|open_tender",
              message = "must be direct_award or open_tender")
          String awardMethod,
      @QueryValue @Nullable @Pattern(regexp = Address.SHAPE, message = Address.NO_ADDRESS)
          String client,
      @QueryValue @Nullable @Pattern(regexp = Address.SHAPE, message = Address.NO_ADDRESS)
          String worker,
      @QueryValue(defaultValue = USUAL) @Min(1) @Max(MOST) Integer limit,
      @QueryValue @Nullable String cursor) {
    return world.transact(
        () -> {
          OpenContractSettings settings = world.settings();
          InvalidRequest.require(
              status == null || settings.status(status).isPresent(),
              "status",
              "must be one of the twelve statuses, such as under-review");
          timers.lookAtAll();
          Slice<WorkingContract> page =
              Slice.of(
                  world
                      .contracts
                      .before(cursor)
                      .filter(one -> status == null || status.equals(settings.word(one.status())))
                      .filter(one -> contractType == null || contractType.equals("fixed"))
                      .filter(
                          one ->
                              awardMethod == null
                                  || awardMethod.equals("open_tender") == one.terms().openTender())
                      .filter(one -> client == null || one.isClient(client))
                      .filter(one -> worker == null || one.isWorker(worker)),
                  limit);
          return Envelope.page(
              page.map(one -> WorkingContractJson.of(one, settings)),
              world.now(),
              page.next(WorkingContract::id));
        });
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
