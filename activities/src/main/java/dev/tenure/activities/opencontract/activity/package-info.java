/**
 * OpenContract for the process: the activities of its hires, and what an account shows. It knows
 * the client and the signer.
 */
@NullMarked
package dev.tenure.activities.opencontract.activity;

import org.jspecify.annotations.NullMarked;
