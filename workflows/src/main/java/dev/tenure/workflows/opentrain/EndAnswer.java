package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the request for the end of a contract.
 *
 * @param contract the contract as read after an end that was executed at once; absent where it
 *     could not be read
 */
public record EndAnswer(AskAnswer answer, @Nullable ContractReading contract) {}
