package dev.tenure.sandbox.opentrain.model.contract;

/** What a person makes of the terms of a hire before confirming it. */
public interface TermsEdit {
  Terms applied(Terms asked);
}
