package dev.tenure.api.accounts;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Every account that is served. */
@Serdeable
@Schema(name = "AccountList")
public record AccountList(List<AccountJson> accounts) {}
