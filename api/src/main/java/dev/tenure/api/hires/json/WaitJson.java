package dev.tenure.api.hires.json;

import dev.tenure.api.links.PublicAddress;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that the hire waits for; {@code url} is where a person can act on it. */
@Serdeable
@Schema(name = "Waiting")
public record WaitJson(
    @Schema(implementation = WaitKind.class) String kind,
    @Nullable String approvalId,
    @Nullable String milestone,
    @Nullable String incidentId,
    @Schema(format = "uri") @Nullable String url,
    @Nullable Instant deadline) {

  /** The soonest deadline first; what has none comes last. */
  public static final Comparator<Wait> SOONEST =
      Comparator.comparing(Wait::deadline, Comparator.nullsLast(Comparator.naturalOrder()));

  static List<WaitJson> of(List<Wait> waiting, PublicAddress address) {
    return waiting.stream().sorted(SOONEST).map(one -> of(one, address)).toList();
  }

  private static WaitJson of(Wait waiting, PublicAddress address) {
    return new WaitJson(
        waiting.kind().wire(),
        waiting.approvalId(),
        waiting.milestone(),
        waiting.incidentId(),
        waiting.url() == null ? null : address.of(waiting.url()),
        waiting.deadline());
  }
}
