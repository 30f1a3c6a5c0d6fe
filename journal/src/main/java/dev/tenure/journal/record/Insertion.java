package dev.tenure.journal.record;

import dev.tenure.journal.read.HireView;

/** What became of a hire that was to be entered. */
public sealed interface Insertion {

  /** It is in the journal. */
  record Inserted(HireView hire) implements Insertion {}

  /** Another one already stands for its proposal. */
  record Existing(HireView hire) implements Insertion {}

  /** The hire named by {@code replaces} cannot be replaced. */
  record NotReplaceable(Reason reason) implements Insertion {}

  /** Why a hire cannot be replaced. */
  enum Reason {
    /** No hire of that id. */
    UNKNOWN,
    /** It is a hire of another account or proposal. */
    OTHER_PROPOSAL,
    /** It was replaced before, by another hire. */
    REPLACED,
    /** It is not closed. */
    OPEN,
    /** It led to a contract. */
    HAS_CONTRACT
  }
}
