package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.AnyOf;
import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Date;
import dev.tenure.sandbox.http.Constraints.Dollars;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The terms of a hire's first milestone. A hire calls the price "amount". */
@Serdeable
@AnyOf({"name", "description"})
public record TermsRequest(
    @Nullable @Text String name,
    @Nullable @Text String description,
    @Required @Dollars @Schema(multipleOf = Constraints.CENT, exclusiveMinimum = true)
        BigDecimal amount,
    @Nullable @Date String dueDate) {

  /**
   * As the marketplace keeps them.
   *
   * @param at the place of this object in the request, such as {@code "milestone."}
   * @throws InvalidRequest when the milestone has neither name nor description
   */
  public Terms toTerms(String at) {
    if (Texts.said(name) == null && Texts.said(description) == null) {
      throw InvalidRequest.field(at + "name", "or description is required");
    }
    return new Terms(
        Texts.said(name),
        Texts.said(description),
        Money.cents(amount),
        IsoTime.of(at + "dueDate", dueDate));
  }
}
