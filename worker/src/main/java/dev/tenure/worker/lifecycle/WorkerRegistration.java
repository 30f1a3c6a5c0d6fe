package dev.tenure.worker.lifecycle;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.feed.SignalHireNotifier;
import dev.tenure.activities.feed.UpdatesFollower;
import dev.tenure.activities.journal.JournalRecorder;
import dev.tenure.activities.notify.ReminderSender;
import dev.tenure.activities.opencontract.activity.OpenContractAccountActivities;
import dev.tenure.activities.opencontract.activity.OpenContractContracts;
import dev.tenure.activities.opencontract.activity.WorkingContractActivities;
import dev.tenure.activities.opentrain.activity.OpenTrainAccountActivities;
import dev.tenure.activities.opentrain.activity.OpenTrainActivities;
import dev.tenure.activities.opentrain.activity.OpenTrainContracts;
import dev.tenure.activities.opentrain.activity.OpenTrainUpdates;
import dev.tenure.activities.sweep.ContractSweeper;
import dev.tenure.activities.sweep.WorkflowHireReopener;
import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.account.ContractSweeps;
import dev.tenure.journal.account.UpdatesFeed;
import dev.tenure.journal.ledger.Ledger;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.reminder.Reminders;
import dev.tenure.worker.account.AccountClients;
import dev.tenure.worker.account.OpenContractAccounts;
import dev.tenure.worker.account.OpenContractClients;
import dev.tenure.worker.account.ServedAccounts;
import dev.tenure.worker.metric.MeteredRecorder;
import dev.tenure.worker.reminder.ReminderChannels;
import dev.tenure.worker.settings.PollingSettings;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.accounts.AccountCheckWorkflowImpl;
import dev.tenure.workflows.accounts.AccountSweepWorkflowImpl;
import dev.tenure.workflows.accounts.LedgerWorkflowImpl;
import dev.tenure.workflows.feed.UpdatesFeedWorkflowImpl;
import dev.tenure.workflows.opencontract.OpenContractHireWorkflowImpl;
import dev.tenure.workflows.opentrain.EarlierHireWorkflowImpl;
import dev.tenure.workflows.opentrain.HireWorkflowImpl;
import dev.tenure.workflows.reminders.ApprovalReminderWorkflowImpl;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Registers workflows and activities with the task queues that they work on. */
@Singleton
public final class WorkerRegistration {

  /** The most that are read in search of one whose ask had no answer. */
  private static final int MOST_APPROVALS = 200;

  private final WorkflowClient client;
  private final PollingSettings polling;
  private final ReminderChannels channels;
  private final ServedAccounts accounts;
  private final OpenContractAccounts openContract;
  private final HireRecords records;
  private final UpdatesFeed feed;
  private final Accounts journal;
  private final Ledger ledger;
  private final Reminders reminders;
  private final ContractSweeps sweeps;
  private final MeterRegistry registry;

  WorkerRegistration(
      WorkflowClient client,
      PollingSettings polling,
      ReminderChannels channels,
      ServedAccounts accounts,
      OpenContractAccounts openContract,
      HireRecords records,
      UpdatesFeed feed,
      Accounts journal,
      Ledger ledger,
      Reminders reminders,
      ContractSweeps sweeps,
      MeterRegistry registry) {
    this.client = client;
    this.polling = polling;
    this.channels = channels;
    this.accounts = accounts;
    this.openContract = openContract;
    this.records = records;
    this.feed = feed;
    this.journal = journal;
    this.ledger = ledger;
    this.reminders = reminders;
    this.sweeps = sweeps;
    this.registry = registry;
  }

  /** All workers, registered and not started yet. */
  public WorkerFactory assemble(ShutdownSignal stopping) {
    WorkerFactory factory = WorkerFactory.newInstance(client, TaskQueueOptions.factory());
    var hires = factory.newWorker(TaskQueues.HIRES, TaskQueueOptions.hires());
    hires.registerWorkflowImplementationTypes(
        HireWorkflowImpl.class,
        OpenContractHireWorkflowImpl.class,
        UpdatesFeedWorkflowImpl.class,
        AccountCheckWorkflowImpl.class,
        LedgerWorkflowImpl.class,
        AccountSweepWorkflowImpl.class);
    hires.registerWorkflowImplementationTypes(
        EarlierHireWorkflowImpl.options(), EarlierHireWorkflowImpl.class);
    hires.registerActivitiesImplementations(
        new MeteredRecorder(new JournalRecorder(records), registry));
    accounts.all().forEach(account -> marketplace(factory, account, stopping));
    openContract.all().forEach(account -> marketplace(factory, account, stopping));
    reminders(factory);
    return factory;
  }

  /** Without a channel too: reminders that were begun with one are still to be carried on. */
  private void reminders(WorkerFactory factory) {
    var worker = factory.newWorker(TaskQueues.REMINDERS, TaskQueueOptions.reminders());
    worker.registerWorkflowImplementationTypes(ApprovalReminderWorkflowImpl.class);
    worker.registerActivitiesImplementations(
        new ReminderSender(reminders, channels.all(), channels.pages(), InstantSource.system()));
  }

  private void marketplace(WorkerFactory factory, AccountClients account, ShutdownSignal stopping) {
    factory
        .newWorker(
            TaskQueues.marketplace(account.name()),
            TaskQueueOptions.marketplace(account.allowance().besideFeed(polling.feedInterval())))
        .registerActivitiesImplementations(
            new OpenTrainActivities(
                account.api(),
                since -> feed.unknownApprovals(account.name(), since, MOST_APPROVALS),
                account.allowance(),
                stopping),
            new OpenTrainAccountActivities(
                account.api(), account.reader(), journal, ledger, account.allowance(), stopping),
            new UpdatesFollower(
                new OpenTrainUpdates(account.feed(), account.feedAllowance()),
                feed,
                new SignalHireNotifier(client),
                stopping,
                polling.feedInterval()),
            ContractSweeper.of(
                new OpenTrainContracts(account.lists()),
                sweeps,
                new SignalHireNotifier(client),
                new WorkflowHireReopener(client),
                stopping,
                polling.sweepInterval()));
  }

  private void marketplace(
      WorkerFactory factory, OpenContractClients account, ShutdownSignal stopping) {
    factory
        .newWorker(
            TaskQueues.marketplace(account.name()),
            TaskQueueOptions.marketplace(account.allowance().perSecond()))
        .registerActivitiesImplementations(
            new WorkingContractActivities(
                account.client(), account.payments(), account.allowance(), InstantSource.system()),
            new OpenContractAccountActivities(account.reader(), journal),
            ContractSweeper.ofWorkingContracts(
                new OpenContractContracts(account.client(), account.address()),
                sweeps,
                new SignalHireNotifier(client),
                stopping,
                account.sweepInterval(polling.sweepInterval())));
  }
}
