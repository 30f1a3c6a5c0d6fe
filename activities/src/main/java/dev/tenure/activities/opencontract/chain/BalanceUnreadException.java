package dev.tenure.activities.opencontract.chain;

/** The node did not tell a balance; the words name the reason, and never the node's address. */
public final class BalanceUnreadException extends Exception {

  private static final long serialVersionUID = 1L;

  BalanceUnreadException(String words) {
    super(words);
  }
}
