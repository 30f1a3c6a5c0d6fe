package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.job.PaymentType;
import dev.tenure.sandbox.opentrain.rules.contract.Jobs;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A job as its draft describes it. */
@Serdeable
public record DraftRequest(
    @Nullable @Text String title,
    @Nullable @Text String description,
    @Nullable PaymentType paymentType,
    @Nullable @Text String idempotencyKey)
    implements RequestBody {
  /** What a call without a body says. */
  public static final DraftRequest EMPTY = new DraftRequest(null, null, null, null);

  public Jobs.Draft toDraft() {
    return new Jobs.Draft(
        Texts.said(title), Texts.said(description), paymentType, Texts.said(idempotencyKey));
  }
}
