package dev.tenure.workflows.opencontract;

import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import org.jspecify.annotations.Nullable;

/**
 * What came of a creation.
 *
 * @param protocol as read in the same activity after it, where it was read
 */
public record CreationAnswer(PaidAnswer answer, @Nullable ProtocolParameters protocol) {}
