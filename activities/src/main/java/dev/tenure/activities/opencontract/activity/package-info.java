/** OpenContract for the process: what an account shows. It knows the client and the signer. */
@NullMarked
package dev.tenure.activities.opencontract.activity;

import org.jspecify.annotations.NullMarked;
