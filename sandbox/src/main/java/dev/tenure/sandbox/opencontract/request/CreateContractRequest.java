package dev.tenure.sandbox.opencontract.request;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Date;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.ContractTerms;
import dev.tenure.sandbox.opencontract.model.Usdc;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Working Contract that somebody wants. The lengths of texts are assumed.
 *
 * @param idempotencyKey tells twins apart; not kept
 * @param budgetOrPrice in USDC, as a number or a text
 * @param initiator not looked at in the second revision, as the two after it
 */
@Serdeable
public record CreateContractRequest(
    @Nullable @Size(max = KEY, message = Constraints.TOO_LONG) String idempotencyKey,
    @Said @Size(max = TITLE, message = Constraints.TOO_LONG) String title,
    @Said @Size(max = DESCRIPTION, message = Constraints.TOO_LONG) String taskDescription,
    @Required @Size(min = 1, max = CRITERIA, message = "must hold from {min} to {max} criteria")
        List<String> acceptanceCriteria,
    @Nullable @Size(max = DESCRIPTION, message = Constraints.TOO_LONG)
        String supplementaryMaterials,
    @Required @Pattern(regexp = "fixed", message = "must be fixed: auctions are not open yet")
        String contractType,
    @Required
        @Pattern(
            regexp = "direct_award|open_tender",
            message = "must be direct_award or open_tender")
        String awardMethod,
    @Nullable @Pattern(regexp = Address.SHAPE, message = Address.NO_ADDRESS) String worker,
    @Required JsonNode budgetOrPrice,
    @Required @Date String matchDeadline,
    @Required @Date String withdrawalDeadline,
    @Required @Date String deliveryDeadline,
    @Required @Date String reviewDeadline,
    @Nullable
        @Pattern(
            regexp = "privacy-preserving",
            message = "must be privacy-preserving: standard is not open yet")
        String verificationMode,
    @Nullable @Schema(implementation = String.class, description = "client; third revision")
        JsonNode initiator,
    @Nullable
        @Schema(
            implementation = String.class,
            nullable = true,
            description = "A tag; third revision")
        JsonNode application,
    @Nullable
        @Schema(
            implementation = Object.class,
            nullable = true,
            description = "Anything; third revision")
        JsonNode applicationMetadata)
    implements RequestBody {
  private static final int KEY = 200;
  private static final int TITLE = 200;
  private static final int DESCRIPTION = 50_000;
  private static final int CRITERIA = 10;
  private static final int CRITERION = 500;
  private static final java.util.regex.Pattern DECIMAL =
      java.util.regex.Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");

  /**
   * As the marketplace keeps them, with the deadlines in its own time.
   *
   * @param thirdRevision whether its fields are looked at
   * @throws InvalidRequest naming the field that does not fit the others
   */
  public ContractTerms toTerms(MarketClock clock, boolean thirdRevision) {
    boolean direct = awardMethod.equals("direct_award");
    InvalidRequest.require(!direct || worker != null, "worker", "is required for a direct_award");
    InvalidRequest.require(
        direct || worker == null, "worker", "must be left out of an open_tender");
    criteria();
    Instant match = time("matchDeadline", matchDeadline, clock);
    Instant withdrawal = time("withdrawalDeadline", withdrawalDeadline, clock);
    Instant delivery = time("deliveryDeadline", deliveryDeadline, clock);
    Instant review = time("reviewDeadline", reviewDeadline, clock);
    InvalidRequest.require(
        match.isBefore(withdrawal), "withdrawalDeadline", "must be after matchDeadline");
    InvalidRequest.require(
        !withdrawal.isAfter(delivery), "deliveryDeadline", "must not be before withdrawalDeadline");
    InvalidRequest.require(
        delivery.isBefore(review), "reviewDeadline", "must be after deliveryDeadline");
    return new ContractTerms(
        title,
        taskDescription,
        acceptanceCriteria,
        supplementaryMaterials,
        worker,
        price(),
        match,
        withdrawal,
        delivery,
        review,
        thirdRevision ? tag() : null,
        thirdRevision ? metadata() : null);
  }

  /** Nobody but a Client has begun a contract so far. */
  private @Nullable String tag() {
    InvalidRequest.require(
        initiator == null
            || initiator.isNull()
            || initiator.equals(JsonNode.createStringNode("client")),
        "initiator",
        "must be client: a Worker cannot begin a contract yet");
    if (application == null || application.isNull()) {
      return null;
    }
    InvalidRequest.require(application.isString(), "application", "must be a text");
    String tag = application.getStringValue();
    InvalidRequest.require(
        Texts.length(tag) <= KEY, "application", "is too long: at most " + KEY + " characters");
    return tag;
  }

  private @Nullable JsonNode metadata() {
    if (applicationMetadata == null || applicationMetadata.isNull()) {
      return null;
    }
    InvalidRequest.require(
        applicationMetadata.isObject(), "applicationMetadata", "must be an object");
    return applicationMetadata;
  }

  private void criteria() {
    for (int place = 0; place < acceptanceCriteria.size(); place++) {
      String criterion = acceptanceCriteria.get(place);
      String name = "acceptanceCriteria[" + place + "]";
      InvalidRequest.require(Texts.said(criterion) != null, name, Constraints.IS_REQUIRED);
      InvalidRequest.require(
          Texts.length(criterion) <= CRITERION,
          name,
          "is too long: at most " + CRITERION + " characters");
    }
  }

  private long price() {
    String name = "budgetOrPrice";
    boolean text = budgetOrPrice.isString();
    InvalidRequest.require(text || budgetOrPrice.isNumber(), name, "must be a decimal number");
    InvalidRequest.require(
        !text || DECIMAL.matcher(budgetOrPrice.getStringValue()).matches(),
        name,
        "must be a decimal number");
    BigDecimal price =
        text ? new BigDecimal(budgetOrPrice.getStringValue()) : budgetOrPrice.getBigDecimalValue();
    InvalidRequest.require(
        price.signum() > 0 && price.compareTo(new BigDecimal(Usdc.LARGEST)) <= 0,
        name,
        "must be above 0 and at most " + Usdc.LARGEST);
    InvalidRequest.require(
        price.stripTrailingZeros().scale() <= Usdc.SCALE,
        name,
        "must have at most " + Usdc.SCALE + " decimals");
    return Usdc.units(price);
  }

  private static Instant time(String name, String text, MarketClock clock) {
    return clock.market(requireNonNull(IsoTime.of(name, text)));
  }
}
