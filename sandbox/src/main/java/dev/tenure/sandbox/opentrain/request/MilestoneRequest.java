package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Date;
import dev.tenure.sandbox.http.Constraints.Dollars;
import dev.tenure.sandbox.http.Constraints.Quantity;
import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.rules.contract.Contracts;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A request to create a milestone. Here the price is called "amountUsd". */
@Serdeable
public record MilestoneRequest(
    @Said @Text String description,
    @Nullable @Text String name,
    @Nullable @Dollars @Schema(multipleOf = Constraints.CENT, exclusiveMinimum = true)
        BigDecimal amountUsd,
    @Nullable @Quantity @Schema(exclusiveMinimum = true) BigDecimal volume,
    @Nullable @Date String dueDate)
    implements RequestBody {

  public Contracts.NewMilestone toMilestone() {
    return new Contracts.NewMilestone(
        Texts.said(name),
        Texts.trimmed(description),
        amountUsd,
        volume,
        IsoTime.of("dueDate", dueDate));
  }
}
