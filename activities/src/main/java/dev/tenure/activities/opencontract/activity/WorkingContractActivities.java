package dev.tenure.activities.opencontract.activity;

import dev.tenure.activities.Heartbeats;
import dev.tenure.activities.breaker.HeldPace;
import dev.tenure.activities.call.CallGuard;
import dev.tenure.activities.call.Failures;
import dev.tenure.activities.call.RetrySchedule;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opencontract.client.NewContract;
import dev.tenure.activities.opencontract.client.OpenContractAnswer;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.client.OpenContractRefusal;
import dev.tenure.activities.opencontract.client.PaidCalls;
import dev.tenure.activities.opencontract.client.WorkingContract;
import dev.tenure.activities.opencontract.client.json.ProtocolJson;
import dev.tenure.activities.opencontract.signer.PaymentRefusedException;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractReading;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import dev.tenure.workflows.opencontract.CreateWorkingContract;
import dev.tenure.workflows.opencontract.CreationAnswer;
import dev.tenure.workflows.opencontract.DisputeWorkingContract;
import dev.tenure.workflows.opencontract.OpenContractActivities;
import dev.tenure.workflows.opencontract.ProtocolRead;
import dev.tenure.workflows.opencontract.WorkingContractRef;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link OpenContractActivities} for one account.
 *
 * <p>No write needs a probe of its own before it: a payment looks for its effect first, and what is
 * repeated without one is answered by a conflict, after which the contract is read.
 */
public final class WorkingContractActivities implements OpenContractActivities {

  private static final Logger LOG = LoggerFactory.getLogger(WorkingContractActivities.class);

  private final OpenContractClient client;
  private final PaidCalls payments;
  private final CallGuard guard;

  /**
   * Activities of one account.
   *
   * @param allowance that the client's calls are counted in
   */
  public WorkingContractActivities(
      OpenContractClient client, PaidCalls payments, Allowance allowance, InstantSource clock) {
    this.client = client;
    this.payments = payments;
    this.guard = new CallGuard(clock, new HeldPace(allowance.perSecond()));
  }

  @Override
  public CreationAnswer createContract(CreateWorkingContract create) {
    return call(
        create,
        () -> {
          PaidAnswer answer = paid(() -> created(create));
          return new CreationAnswer(
              answer, answer instanceof PaidAnswer.Paid ? protocolBeside() : null);
        });
  }

  private PaidAnswer created(CreateWorkingContract create)
      throws OpenContractRefusal, Unavailable, PaymentRefusedException {
    NewContract contract = contract(create);
    try {
      return create.settleOnly() ? payments.settleCreation(contract) : payments.create(contract);
    } catch (OpenContractRefusal e) {
      return refused(create, contract, e.asObstacle().cause(), e);
    } catch (PaymentRefusedException e) {
      return refused(create, contract, IncidentCause.PAYMENT_REFUSED, e);
    }
  }

  /**
   * Where the hire hears of it, it goes on to another creation, of another key: no attempt of
   * before may sign for this one then.
   */
  private <E extends Exception> PaidAnswer refused(
      CreateWorkingContract create, NewContract contract, IncidentCause cause, E refusal) throws E {
    if (!create.endedBy(cause) || !PaidAnswer.refusedUnpaid(cause)) {
      throw refusal;
    }
    return payments.giveUp(contract).orElseThrow(() -> refusal);
  }

  /** The contract exists: where this read fails the hire makes it by itself. */
  private @Nullable ProtocolParameters protocolBeside() {
    try {
      return parameters(client.protocol());
    } catch (MarketplaceException e) {
      LOG.info("The protocol's parameters were not read beside a creation: {}", e.getMessage());
      return null;
    }
  }

  private static NewContract contract(CreateWorkingContract create) {
    try {
      return NewContract.of(create.contract());
    } catch (IllegalArgumentException e) {
      throw Failures.rejected("nothing was sent. " + e.getMessage());
    }
  }

  @Override
  public PaidAnswer disputeContract(DisputeWorkingContract dispute) {
    return call(
        dispute,
        () ->
            paid(
                () ->
                    payments.dispute(dispute.contractId(), dispute.bond(), dispute.creationKey())));
  }

  @Override
  public WorkingContractReading approveContract(WorkingContractRef contract) {
    return reading(contract, () -> written(contract, () -> client.approve(contract.contractId())));
  }

  @Override
  public WorkingContractReading cancelContract(WorkingContractRef contract) {
    return reading(contract, () -> written(contract, () -> client.cancel(contract.contractId())));
  }

  @Override
  public WorkingContractReading readContract(WorkingContractRef contract) {
    return reading(contract, () -> client.contract(contract.contractId()));
  }

  @Override
  public ProtocolParameters readProtocol(ProtocolRead read) {
    return call(read, () -> parameters(client.protocol()));
  }

  private interface Step<T> extends Heartbeats.Work<T, MarketplaceException> {}

  private interface Payment {
    PaidAnswer run() throws OpenContractRefusal, Unavailable, PaymentRefusedException;
  }

  /** A conflict says that the contract has moved on, by an earlier call or by somebody else. */
  private WorkingContract written(WorkingContractRef contract, Step<WorkingContract> write)
      throws MarketplaceException {
    try {
      return write.run();
    } catch (OpenContractRefusal e) {
      if (e.tells(OpenContractAnswer.Fact.CONFLICT)) {
        return client.contract(contract.contractId());
      }
      throw e;
    }
  }

  private WorkingContractReading reading(WorkingContractRef contract, Step<WorkingContract> step) {
    return call(
        contract,
        () -> {
          try {
            return new WorkingContractReading.Seen(step.run().snapshot());
          } catch (OpenContractRefusal e) {
            if (e.meaning() instanceof OpenContractAnswer.Absent) {
              return new WorkingContractReading.NotFound();
            }
            throw e;
          }
        });
  }

  private static PaidAnswer paid(Payment payment) throws MarketplaceException {
    try {
      return payment.run();
    } catch (PaymentRefusedException e) {
      throw refused(e);
    } catch (JournalUnavailable e) {
      throw Unavailable.notMade(
          "the journal cannot tell of payments, and without it nothing is signed", e);
    }
  }

  private static ApplicationFailure refused(PaymentRefusedException e) {
    return Failures.blocked(
        new Obstacle(IncidentCause.PAYMENT_REFUSED, String.valueOf(e.getMessage()), null));
  }

  private <T> T call(MarketplaceCall call, Step<T> step) {
    RetrySchedule retries = RetrySchedule.begin(call, Activity.getExecutionContext());
    try {
      return guard.pass(retries, () -> Heartbeats.whileRunning(step));
    } catch (MarketplaceException e) {
      throw retries.failure(e);
    } catch (ApplicationFailure failure) {
      throw retries.ended(failure);
    }
  }

  private static ProtocolParameters parameters(ProtocolJson json) throws Unavailable {
    return new ProtocolParameters(
        told("protocolFee", json.protocolFee()),
        told("workerStakeRatio", json.workerStakeRatio()),
        told("disputeBondRatio", json.disputeBondRatio()),
        told("earlyWithdrawalSlashRatio", json.earlyWithdrawalSlashRatio()),
        told("absentNoneMetClientShare", json.absentNoneMetClientShare()),
        window(json.baVotingWindow()));
  }

  /** A number that money is reckoned by is read, never assumed. */
  private static BigDecimal told(String field, @Nullable BigDecimal value) throws Unavailable {
    if (value == null || value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw Unavailable.unanswered(
          "GET /protocol answered without a usable %s: a number from 0 to 1 is wanted"
              .formatted(field),
          null,
          null);
    }
    return value;
  }

  private static @Nullable Duration window(@Nullable String text) {
    try {
      return text == null ? null : Duration.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
