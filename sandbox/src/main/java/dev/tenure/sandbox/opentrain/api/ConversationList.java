package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.opentrain.json.ConversationJson;
import dev.tenure.sandbox.opentrain.json.MessageJson;
import dev.tenure.sandbox.opentrain.model.job.Conversation;
import dev.tenure.sandbox.opentrain.model.job.Message;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.contract.Conversations;
import dev.tenure.sandbox.opentrain.world.World;
import dev.tenure.sandbox.store.Slice;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages of threads, newest activity first, and of the messages in one. */
@Singleton
class ConversationList {
  private static final Comparator<Conversation> NEWEST_FIRST =
      Comparator.comparing(Conversation::updatedAt).reversed().thenComparing(Conversation::id);

  private final World world;
  private final Conversations conversations;

  ConversationList(World world, Conversations conversations) {
    this.world = world;
    this.conversations = conversations;
  }

  ConversationJson.Page page(
      Caller caller, String kind, boolean unreadOnly, int limit, @Nullable String cursor) {
    Conversation after = cursor(caller, cursor);
    Slice<Conversation> page =
        Slice.of(
            world
                .conversations
                .newestFirst(thread -> caller.owns(thread.accountId()))
                .filter(thread -> !kind.equals("job") || thread.hired())
                .filter(thread -> !kind.equals("proposal") || !thread.hired())
                .filter(thread -> !unreadOnly || thread.unread() > 0)
                .sorted(NEWEST_FIRST)
                .filter(thread -> after == null || NEWEST_FIRST.compare(thread, after) > 0),
            limit);
    return new ConversationJson.Page(
        page.map(thread -> ConversationJson.of(thread, last(thread))), page.next(Conversation::id));
  }

  /** Where a page begins; the thread may have left the list since, by being answered. */
  private @Nullable Conversation cursor(Caller caller, @Nullable String id) {
    Conversation thread = id == null ? null : world.conversations.find(id);
    if (id != null && (thread == null || !caller.owns(thread.accountId()))) {
      throw Refusal.field("cursor", "is not one that this list gave");
    }
    return thread;
  }

  MessageJson.Page thread(
      Caller caller, String conversationId, boolean newer, int limit, @Nullable String cursor) {
    Refusal.require(
        cursor == null || world.messages.holds(cursor), "cursor", "is not one that this list gave");
    Conversation thread = conversations.see(caller, conversationId);
    Stream<Message> all =
        newer ? conversations.after(thread, cursor) : conversations.newestFirst(thread, cursor);
    Slice<Message> page = Slice.of(all, limit);
    return new MessageJson.Page(page.map(MessageJson::of), page.next(Message::id));
  }

  private @Nullable Message last(Conversation thread) {
    return thread.lastMessageId() == null ? null : world.messages.find(thread.lastMessageId());
  }
}
