package dev.tenure.activities.sweep;

import dev.tenure.lifecycle.marketplace.ContractReading;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an account's contracts are read. */
public interface ContractsSource {

  /** All that are active, in one call. What cannot be told from others is left out. */
  List<ListedContract> active() throws NoContractsException;

  /** One of them, whole. */
  ContractReading contract(String id) throws NoContractsException;

  /** They cannot be had now. */
  final class NoContractsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    public NoContractsException(String words, Throwable cause, @Nullable Duration retryAfter) {
      super(words, cause);
      this.retryAfter = retryAfter;
    }

    /** How long the marketplace asks to wait. */
    public @Nullable Duration retryAfter() {
      return retryAfter;
    }
  }
}
