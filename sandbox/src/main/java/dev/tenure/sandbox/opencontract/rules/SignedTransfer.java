package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.signature.TransferAuthorization;

/** A payment that came with a call: an authorisation with its signature, and where it is to run. */
public record SignedTransfer(
    String scheme, String network, TransferAuthorization authorization, String signature) {}
