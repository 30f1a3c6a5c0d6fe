package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.job.Conversation;
import dev.tenure.sandbox.opentrain.model.job.Message;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Threads before and after the hire, and what is written in them. */
@Singleton
public class Conversations {
  private final World world;
  private final Feed feed;

  Conversations(World world, Feed feed) {
    this.world = world;
    this.feed = feed;
  }

  /** A thread with whether it was made just now. */
  public record Opened(Conversation conversation, boolean created) {}

  /** The thread of a proposal before the hire; opening it again finds it. */
  public Opened open(Proposal proposal) {
    String known = world.threads.find(proposal.id());
    if (known != null) {
      return new Opened(world.conversations.get(known), false);
    }
    Conversation made =
        new Conversation(
            world.newId("cnv"),
            proposal.accountId(),
            proposal.jobId(),
            proposal.id(),
            proposal.candidate().userId(),
            false,
            0,
            world.now(),
            null);
    world.conversations.put(made.id(), made);
    world.threads.put(proposal.id(), made.id());
    return new Opened(made, true);
  }

  /** The thread that comes with a contract. */
  void openFor(Contract contract) {
    world.conversations.put(
        contract.conversationId(),
        new Conversation(
            contract.conversationId(),
            contract.accountId(),
            contract.jobId(),
            contract.proposalId(),
            contract.candidate().userId(),
            true,
            0,
            world.now(),
            null));
  }

  /** A thread that the caller takes part in; another's is forbidden, not hidden. */
  public Conversation see(Caller caller, String conversationId) {
    Conversation found =
        Refusal.found(
            world.conversations.find(conversationId),
            "conversations",
            "conversationId",
            conversationId);
    if (!caller.owns(found.accountId())) {
      throw Refusal.notYours("You do not take part in this conversation.");
    }
    return found;
  }

  public Message write(Caller caller, Conversation conversation, String content) {
    return keep(conversation, caller.account().owner().userId(), false, content);
  }

  /** The trainer writes: the only message that rings in the feed. */
  public Message hear(String conversationId, String content) {
    Conversation conversation =
        Refusal.found(
            world.conversations.find(conversationId),
            "conversations",
            "conversationId",
            conversationId);
    Message message = keep(conversation, conversation.trainerId(), true, content);
    feed.messageReceived(conversation, message);
    return message;
  }

  /** The trainer writes this unless anything was written there before. */
  public boolean hearOnce(String conversationId, String content) {
    Conversation conversation = world.conversations.find(conversationId);
    boolean first = conversation != null && conversation.lastMessageId() == null;
    if (first) {
      hear(conversationId, content);
    }
    return first;
  }

  public Stream<Message> newestFirst(Conversation conversation, @Nullable String before) {
    if (conversation.lastMessageId() == null) {
      return Stream.empty();
    }
    return world
        .messages
        .before(before)
        .filter(message -> message.conversationId().equals(conversation.id()));
  }

  public Stream<Message> after(Conversation conversation, @Nullable String cursor) {
    long place = cursor == null ? 0 : world.messages.place(cursor);
    return world
        .messages
        .after(place)
        .filter(message -> message.conversationId().equals(conversation.id()));
  }

  private Message keep(
      Conversation conversation, String sender, boolean byTrainer, String content) {
    Message message =
        new Message(
            world.newId("msg"),
            conversation.id(),
            conversation.jobId(),
            sender,
            byTrainer,
            content,
            world.now());
    world.messages.put(message.id(), message);
    world.conversations.put(conversation.id(), conversation.told(message));
    return message;
  }
}
