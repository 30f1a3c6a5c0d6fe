package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.money.Invoice;
import dev.tenure.sandbox.opentrain.model.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {"payments": […]}}: bills that still wait for somebody. */
@Serdeable
public record PaymentsJson(List<Payment> payments) {

  /** One unfinished bill, without its fees. */
  @Serdeable
  public record Payment(
      String id,
      String status,
      String invoiceKind,
      String viewerRole,
      BigDecimal amountUsd,
      Instant createdAt,
      long invoiceNumber,
      @Nullable About job,
      @Nullable MilestoneName milestone) {

    @Serdeable
    record About(String id, String title) {}

    @Serdeable
    record MilestoneName(String id, @Nullable String name) {}

    public static Payment of(Invoice invoice, Job job, @Nullable Contract contract) {
      Milestone milestone =
          contract == null || invoice.milestoneId() == null
              ? null
              : contract.milestone(invoice.milestoneId());
      return new Payment(
          invoice.id(),
          "PENDING_FUNDING",
          "FUNDING",
          "EMPLOYER",
          Money.usd(invoice.amountCents()),
          invoice.createdAt(),
          invoice.number(),
          new About(job.id(), job.title()),
          milestone == null ? null : new MilestoneName(milestone.id(), milestone.terms().name()));
    }
  }
}
