package dev.tenure.workflows.marketplace;

import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.lifecycle.marketplace.ContractReading;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the request for the end of a contract.
 *
 * @param contract the contract as read after an end that was executed at once; absent where it
 *     could not be read
 */
public record EndAnswer(AskAnswer answer, @Nullable ContractReading contract) {}
