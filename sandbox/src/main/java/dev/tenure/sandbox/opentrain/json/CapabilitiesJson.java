package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.account.Feature;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What the account may do, as the probe says it; answered only while drafting is enabled. */
@Serdeable
public record CapabilitiesJson(
    String featureKey,
    String namespace,
    String rolloutMode,
    boolean actorIsAdmin,
    Capabilities capabilities,
    Draft draft,
    String authBootstrap,
    boolean enabled) {

  /** One switch per thing. */
  @Serdeable
  public record Capabilities(
      boolean draftImport,
      boolean draftCreate,
      boolean draftUpdate,
      boolean draftUrlRead,
      boolean publish,
      boolean hiring,
      boolean messagingWrites,
      boolean team,
      boolean paymentsWrite,
      boolean credits,
      boolean webhooks) {}

  /** What a draft may hold. */
  @Serdeable
  public record Draft(List<String> importFormats, List<String> updateKeys, Enums enums) {}

  /** The words that a draft may use. */
  @Serdeable
  public record Enums(
      List<String> paymentType, List<String> experienceLevel, List<String> dataVolumeUnit) {}

  public static CapabilitiesJson of(Account account) {
    return new CapabilitiesJson(
        Feature.DRAFTING,
        "job-drafts",
        "ALL",
        false,
        new Capabilities(
            true,
            true,
            true,
            true,
            account.may(Feature.PUBLISHING),
            account.may(Feature.HIRING),
            account.may(Feature.MESSAGING),
            account.may(Feature.TEAM),
            account.may(Feature.PAYMENTS),
            account.may(Feature.CREDITS),
            account.may(Feature.WEBHOOKS)),
        new Draft(
            List.of("JSON"),
            List.of("title", "description", "paymentType", "experienceLevel"),
            new Enums(
                List.of("PAY_PER_LABEL", "PAY_PER_HOUR", "FIXED_PRICE"),
                List.of("EXPERT", "ENTRY_LEVEL", "INTERMEDIATE", "ANY_EXPERIENCE_LEVEL"),
                List.of("IMAGES", "HOURS", "DOCUMENTS"))),
        "token",
        true);
  }
}
