package dev.tenure.activities.opentrain.client;

import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.opentrain.client.json.ErrorBody;
import java.util.Optional;

/** OpenTrain's JSON. */
public final class OpenTrainJson {

  /** Reads and writes its bodies. */
  public static final ForeignJson BODIES = new ForeignJson(ErrorBody.class);

  private OpenTrainJson() {}

  /** The error envelope; empty when the answer did not come from the API itself. */
  public static Optional<ErrorBody> error(byte[] body) {
    return BODIES.read(body, ErrorBody.class).filter(error -> error.code() != null);
  }
}
