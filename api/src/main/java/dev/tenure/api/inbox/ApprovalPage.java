package dev.tenure.api.inbox;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Approvals, the soonest deadline first.
 *
 * @param next the cursor of the page that follows
 */
@Serdeable
@Schema(name = "ApprovalPage")
record ApprovalPage(List<ApprovalJson> approvals, @Nullable String next, boolean hasMore) {}
