@NullMarked
package dev.tenure.activities.opencontract.signer;

import org.jspecify.annotations.NullMarked;
