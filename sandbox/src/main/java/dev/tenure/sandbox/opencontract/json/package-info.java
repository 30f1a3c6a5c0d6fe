/** OpenContract's JSON: what it answers, and what x402 carries. */
@NullMarked
package dev.tenure.sandbox.opencontract.json;

import org.jspecify.annotations.NullMarked;
