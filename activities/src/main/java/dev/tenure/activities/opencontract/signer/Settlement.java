package dev.tenure.activities.opencontract.signer;

import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.marketplace.ForeignText;
import dev.tenure.activities.opencontract.signer.json.SettlementJson;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer tells of the payment that was sent with its call. */
public final class Settlement {

  private static final ForeignJson JSON = new ForeignJson(SettlementJson.class);

  private Settlement() {}

  /** The hash of the transaction, as one short line; empty where it is not told. */
  public static Optional<String> transaction(HttpAnswer answer) {
    @Nullable String second = answer.header("PAYMENT-RESPONSE");
    @Nullable String header = second == null ? answer.header("X-PAYMENT-RESPONSE") : second;
    return header == null
        ? Optional.empty()
        : read(header).map(SettlementJson::transaction).map(ForeignText::line);
  }

  private static Optional<SettlementJson> read(String header) {
    try {
      return JSON.read(Base64.getDecoder().decode(header.strip()), SettlementJson.class);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
