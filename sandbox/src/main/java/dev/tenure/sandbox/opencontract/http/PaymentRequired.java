package dev.tenure.sandbox.opencontract.http;

import dev.tenure.sandbox.opencontract.model.PaymentQuote;
import dev.tenure.sandbox.opencontract.model.Receipt;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call whose payment is missing, or not good; what was quoted is stored by then.
 */
public class PaymentRequired extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient PaymentQuote quote;
  private final transient @Nullable Receipt failed;

  public PaymentRequired(PaymentQuote quote, String reason, @Nullable Receipt failed) {
    super(reason, null, false, false);
    this.quote = quote;
    this.failed = failed;
  }

  public PaymentQuote quote() {
    return quote;
  }

  /** How the payment that came failed; null when none came. */
  public @Nullable Receipt failed() {
    return failed;
  }
}
