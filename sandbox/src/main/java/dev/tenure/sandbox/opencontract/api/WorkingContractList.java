package dev.tenure.sandbox.opencontract.api;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opencontract.json.Envelope;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.json.WorkingContractJson;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.rules.ContractTimers;
import dev.tenure.sandbox.opencontract.world.OpenContractSettings;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import dev.tenure.sandbox.store.Slice;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of contracts, newest first, in pages (order and limits are assumed). */
@Singleton
class WorkingContractList {
  private static final int USUAL = 20;
  private static final int MOST = 100;

  private final OpenContractWorld world;
  private final ContractTimers timers;

  WorkingContractList(OpenContractWorld world, ContractTimers timers) {
    this.world = world;
    this.timers = timers;
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

  HttpResponse<Success<List<WorkingContractJson>>> page(
      Filter filter, @Nullable Integer limit, @Nullable String cursor) {
    filter.check(world.settings());
    int size = limit == null ? USUAL : limit;
    InvalidRequest.require(size >= 1 && size <= MOST, "limit", "must be from 1 to " + MOST);
    return HttpResponse.ok(world.transact(() -> page(filter, size, cursor)));
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
        page.next(WorkingContractList::cursor));
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
}
