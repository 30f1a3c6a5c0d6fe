package dev.tenure.api.hires.command;

import dev.tenure.api.access.CurrentPrincipal;
import dev.tenure.api.access.Principal;
import dev.tenure.api.hires.json.HireResponses;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.Command;
import dev.tenure.api.temporal.CommandOutcome;
import dev.tenure.api.temporal.HireCommands;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.record.RequestKeys;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.journal.store.RefusedStatementException;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.hire.CommandContext;
import dev.tenure.workflows.hire.Refusal;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries commands to the workflow of a hire and tells what came of them. */
@Singleton
final class CommandSender {

  private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);

  /** From one try to the next where the workflow may not know yet what the journal shows. */
  private static final Duration BETWEEN = Duration.ofMillis(50);

  /** No hire is at it, so that only the repetition of what was carried out is answered well. */
  private static final long NO_VERSION = -1;

  private final HireRecords records;
  private final RequestKeys keys;
  private final HireCommands workflows;
  private final HireResponses responses;
  private final CurrentPrincipal sender;
  private final ChangeNotifications notifications;
  private final Duration patience;

  /**
   * @param patience how long a command waits until the workflow knows what the journal shows:
   *     longer than a workflow task may take, since one that was lost is made anew then
   */
  CommandSender(
      HireRecords records,
      RequestKeys keys,
      HireCommands workflows,
      HireResponses responses,
      CurrentPrincipal sender,
      ChangeNotifications notifications,
      @Value("${front.commands.until-known:8s}") Duration patience) {
    this.sender = sender;
    this.notifications = notifications;
    this.patience = patience;
    this.records = records;
    this.keys = keys;
    this.workflows = workflows;
    this.responses = responses;
  }

  HireView find(String hireId) {
    return responses.find(hireId);
  }

  /**
   * Takes the key for this command.
   *
   * @throws ProblemException when it stands for another one
   */
  RequestKeys.Use claim(String hireId, CommandKey key) {
    RequestKeys.Use use = keys.claim(new RequestKeys.Key(hireId, key.key()), key.digest());
    if (!use.digest().equals(key.digest())) {
      throw key.reused();
    }
    return use;
  }

  /** Notes what a command made, for its repetitions. */
  void made(String hireId, CommandKey key, String made) {
    keys.made(new RequestKeys.Key(hireId, key.key()), made);
  }

  /**
   * The version that a hire must still be at, as {@code If-Match} says it.
   *
   * @throws ProblemException when the hire has changed, unless it may be a repetition
   */
  @Nullable Long version(HireView hire, CommandHeaders headers) {
    if (headers.ifMatch() == null) {
      return null;
    }
    if (responses.of(hire).tag().required(headers.ifMatch())) {
      return hire.document().version();
    }
    if (headers.key() == null) {
      throw CommandRefusals.changed(hire);
    }
    return NO_VERSION;
  }

  /** The hire is not as {@code If-Match} says, and nobody else can tell a repetition from it. */
  void requireMatch(HireView hire, CommandHeaders headers) {
    if (headers.ifMatch() != null && !responses.of(hire).tag().required(headers.ifMatch())) {
      throw CommandRefusals.changed(hire);
    }
  }

  /**
   * @param name of the workflow's update
   * @throws ProblemException when it was not carried out, or perhaps not
   */
  CommandResult carryOut(
      HireView hire,
      String name,
      CommandKey key,
      CommandHeaders headers,
      @Nullable Object argument) {
    claim(hire.id(), key);
    return carryOutClaimed(hire, name, key, headers, argument);
  }

  /** The same with a key that was taken for it already. */
  CommandResult carryOutClaimed(
      HireView hire,
      String name,
      CommandKey key,
      CommandHeaders headers,
      @Nullable Object argument) {
    @Nullable Long version = version(hire, headers);
    return send(
        hire, key, new Command(hire.id(), name, key.updateId(), argument, context(version)));
  }

  /** Who sends a command now, and the version that the hire must still be at. */
  CommandContext context(@Nullable Long version) {
    return new CommandContext(version, sender.get().map(Principal::name).orElse(null));
  }

  /**
   * @param command whose argument says by itself what must hold
   */
  CommandResult send(HireView hire, CommandKey key, Command command) {
    return switch (sent(command)) {
      case CommandOutcome.Done(RecordBatch batch) -> stored(hire.id(), batch, key);
      case CommandOutcome.NotAllowed(var refusal) -> throw CommandRefusals.by(hire.id(), refusal);
      case CommandOutcome.NotRunning() ->
          // Only by now it is known why: it may have closed meanwhile.
          throw CommandRefusals.notRunning(find(hire.id()));
      case CommandOutcome.NotSent() ->
          throw Problems.unavailable(
              "busy",
              "Too many commands to this hire are under way; this one was not sent. Repeat it in"
                  + " some seconds.");
      case CommandOutcome.NoWorker() ->
          throw key.unanswered(
              "worker_unavailable",
              "No worker took the command in time; it may still be carried out.");
      case CommandOutcome.Unreachable() ->
          throw key.unanswered(
              "temporal_unavailable",
              "Temporal does not answer; the command may still be carried out.");
    };
  }

  /**
   * The journal shows an approval or an incident a moment before the workflow task that made it is
   * committed. Where that task is made anew, a command can come before it: it is sent again until
   * the workflow knows what it is about, but not for ever.
   */
  private CommandOutcome sent(Command command) {
    CommandOutcome outcome = workflows.send(command);
    if (!tooEarly(outcome)) {
      return outcome;
    }
    long deadline = System.nanoTime() + patience.toNanos();
    try (ChangeSubscription subscription = notifications.subscribe(command.hireId())) {
      while (tooEarly(outcome) && System.nanoTime() - deadline < 0) {
        subscription.await(BETWEEN);
        outcome = workflows.send(command);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return outcome;
  }

  private static boolean tooEarly(CommandOutcome outcome) {
    return outcome instanceof CommandOutcome.NotAllowed(var refusal)
        && Refusal.UNKNOWN_SUBJECT.equals(refusal.code());
  }

  /** The client must not take it for undone: without its key it would be commanded twice. */
  private CommandResult stored(String hireId, RecordBatch batch, CommandKey key) {
    try {
      records.store(batch);
      return done(hireId, key);
    } catch (JournalUnavailable | RefusedStatementException e) {
      LOG.warn("Hire {} was commanded, and cannot be told: {}", hireId, e.getMessage());
      throw key.unanswered(
          "journal_unavailable",
          "The command was carried out, but the journal's database does not take it down now, so"
              + " that the hire cannot be shown.");
    }
  }

  /** The hire as it stands after what was done. */
  CommandResult done(String hireId, CommandKey key) {
    return new CommandResult(responses.of(hireId), key);
  }
}
