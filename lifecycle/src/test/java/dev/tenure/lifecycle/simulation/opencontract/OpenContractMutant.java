package dev.tenure.lifecycle.simulation.opencontract;

import java.util.Set;

/**
 * The product's rules with one of them broken.
 *
 * @param invariant which must notice it
 * @param also which may, since what is broken breaks them as well
 */
record OpenContractMutant(
    String name,
    OpenContractInvariant invariant,
    Set<OpenContractInvariant> also,
    OpenContractRules rules) {}
