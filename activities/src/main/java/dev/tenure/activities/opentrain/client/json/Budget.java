package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How much of what was funded has been worked, on a contract paid by hours or labels. */
@Serdeable
public record Budget(
    @Nullable String state,
    @Nullable BigDecimal fundedVolume,
    @Nullable BigDecimal consumedVolume,
    @Nullable BigDecimal remainingVolume) {}
