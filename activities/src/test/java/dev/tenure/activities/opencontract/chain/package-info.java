@NullMarked
package dev.tenure.activities.opencontract.chain;

import org.jspecify.annotations.NullMarked;
