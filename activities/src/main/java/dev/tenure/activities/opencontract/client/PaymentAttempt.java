package dev.tenure.activities.opencontract.client;

import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opencontract.client.OpenContractClient.Payable;
import dev.tenure.activities.opencontract.signer.SignedPayment;

/**
 * A call with its payment: the quote, and what is sent once it is signed. Both have their turn
 * before the first leaves, so that a signature, which holds for a minute, does not wait behind the
 * calls of other hires; and of those that OpenContract counts while they are unpaid, this process
 * has only few at once.
 */
public final class PaymentAttempt implements AutoCloseable {

  private final OpenContractClient client;
  private final OpenContractCalls calls;
  private final Call call;
  private final boolean counted;
  private boolean paid;

  /** An attempt that may begin: {@link OpenContractCalls#awaitAttempt} has let it in. */
  PaymentAttempt(OpenContractClient client, OpenContractCalls calls, Call call, boolean counted) {
    this.client = client;
    this.calls = calls;
    this.call = call;
    this.counted = counted;
  }

  /** Sends the call without a payment, to learn what is due. */
  public Payable quote() throws OpenContractRefusal, Unavailable {
    return client.payable(call, calls::sendInTurn);
  }

  /** Sends the call with the payment of its quote. */
  public Payable pay(SignedPayment payment) throws OpenContractRefusal, Unavailable {
    paid = true;
    return client.payable(call.with(payment.header(), payment.value()), calls::sendInTurn);
  }

  /** Lets the next attempt begin. */
  @Override
  public void close() {
    calls.endAttempt(counted, paid);
  }
}
