package dev.tenure.api.hires;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hires, the newest first.
 *
 * @param next the cursor of the page that follows
 */
@Serdeable
@Schema(name = "HirePage")
public record HirePage(List<HireJson> hires, @Nullable String next, boolean hasMore) {}
