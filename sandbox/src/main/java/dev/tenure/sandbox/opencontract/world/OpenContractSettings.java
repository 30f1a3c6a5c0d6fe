package dev.tenure.sandbox.opencontract.world;

import dev.tenure.sandbox.http.Constraints.Delay;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.ProtocolParameters;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What applies to the whole of OpenContract; whatever its documents leave open is decided here.
 *
 * @param reviewersMs how long two people take to check what a wallet pays out, in the marketplace's
 *     time
 * @param settlementMs how long a payment takes to settle, in the marketplace's time; with 0 it has
 *     settled before anybody else is served
 * @param requestsPerMinute how often one key, or one address without a key, may call; 0 for no
 *     limit. The plans are Free with 60 and Pro with 600
 * @param quoteInBody a 402 carries its quote in the body too, as the first documents had it; else
 *     that body is {@code {}}
 * @param balanceUnits what the wallet of an agent holds that nobody has given anything else
 * @param unclearVoidsBond the bond of a dispute that ends without one decided criterion goes to the
 *     Treasury, as the formula says; otherwise back to the Client
 * @param thirdRevision the third revision of the documents is served: who began a contract and for
 *     which application, checkpoints, complaints, profiles
 */
@Serdeable
public record OpenContractSettings(
    @Valid ProtocolParameters parameters,
    @Delay Long reviewersMs,
    @Min(0) @Max(LONGEST_SETTLEMENT_MS) Long settlementMs,
    @Min(0) @Max(MOST_REQUESTS) Long requestsPerMinute,
    Boolean quoteInBody,
    @Min(0) @Max(MOST_UNITS) Long balanceUnits,
    Boolean unclearVoidsBond,
    Boolean thirdRevision) {
  private static final long MINUTE_MS = 60_000;
  private static final long LONGEST_SETTLEMENT_MS = 24L * 60 * 60 * 1000;
  private static final long MOST_REQUESTS = 1_000_000_000;
  private static final long MOST_UNITS = 1_000_000_000_000_000L;

  public static final OpenContractSettings DEFAULT =
      new OpenContractSettings(
          ProtocolParameters.DEFAULT,
          10 * MINUTE_MS,
          0L,
          60L,
          true,
          1_000_000_000_000L,
          true,
          false);

  private static final String BY_INITIATOR = "cancelled-by-initiator";

  /** The words of statuses in all revisions. */
  public static final List<String> WORDS =
      Stream.concat(
              Stream.of(ContractStatus.values()).map(ContractStatus::word), Stream.of(BY_INITIATOR))
          .toList();

  /** The word of a status in the revision that is served. */
  public String word(ContractStatus status) {
    return thirdRevision && status == ContractStatus.CANCELLED_BY_CLIENT
        ? BY_INITIATOR
        : status.word();
  }

  /** The status of a word in the revision that is served. */
  public Optional<ContractStatus> status(String word) {
    return Stream.of(ContractStatus.values())
        .filter(status -> word(status).equals(word))
        .findFirst();
  }
}
