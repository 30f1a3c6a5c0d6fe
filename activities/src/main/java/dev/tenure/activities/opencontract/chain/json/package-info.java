/** The JSON-RPC of a node (EIP-1474). */
@NullMarked
package dev.tenure.activities.opencontract.chain.json;

import org.jspecify.annotations.NullMarked;
