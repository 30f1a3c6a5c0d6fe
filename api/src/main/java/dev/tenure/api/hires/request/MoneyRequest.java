package dev.tenure.api.hires.request;

import dev.tenure.api.body.Patterns;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money up to 1,000,000: at most two decimals of USD, on OpenTrain, or six of USDC, on
 * OpenContract.
 */
@Schema(name = "MoneyRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
public record MoneyRequest(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            nullable = false,
            example = "450.00",
            pattern = Patterns.AMOUNT)
        @Nullable String amount,
    @Schema(
            type = "string",
            requiredMode = RequiredMode.REQUIRED,
            nullable = false,
            example = "USD",
            allowableValues = {"USD", "USDC"})
        @Nullable String currency) {}
