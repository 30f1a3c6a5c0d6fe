/**
 * The rules of OpenContract: keys, payments, the life of a Working Contract, votes, settlement.
 * They know the model, and neither HTTP nor JSON.
 */
@NullMarked
package dev.tenure.sandbox.opencontract.rules;

import org.jspecify.annotations.NullMarked;
