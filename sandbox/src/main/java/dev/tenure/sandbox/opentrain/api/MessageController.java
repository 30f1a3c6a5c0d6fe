package dev.tenure.sandbox.opentrain.api;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.http.IssueList;
import dev.tenure.sandbox.opentrain.json.ConversationJson;
import dev.tenure.sandbox.opentrain.json.MessageJson;
import dev.tenure.sandbox.opentrain.model.job.Conversation;
import dev.tenure.sandbox.opentrain.model.job.Message;
import dev.tenure.sandbox.opentrain.request.MessageRequest;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.contract.Conversations;
import dev.tenure.sandbox.opentrain.rules.contract.HireRequests;
import dev.tenure.sandbox.opentrain.world.World;
import dev.tenure.sandbox.store.Slice;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Threads with trainers: list, read, write, and open the one of a proposal. */
@Controller(ApiPath.V1)
class MessageController {
  private static final int DEFAULT_LIMIT = 20;
  private static final int LARGEST = 100;

  private static final Comparator<Conversation> NEWEST_FIRST =
      Comparator.comparing(Conversation::updatedAt).reversed().thenComparing(Conversation::id);

  private final ApiCalls calls;
  private final World world;
  private final HireRequests hiring;
  private final Conversations conversations;

  MessageController(ApiCalls calls, World world, HireRequests hiring, Conversations conversations) {
    this.calls = calls;
    this.world = world;
    this.hiring = hiring;
    this.conversations = conversations;
  }

  /** Open the thread of a proposal. */
  @Post("/proposals/{proposalId}/conversation")
  @Consumes(MediaType.ALL)
  @Gated(
      value = Gate.OPEN_CONVERSATION,
      refuses = {404, 409})
  HttpResponse<MessageJson.Opened> open(Caller caller, String proposalId) {
    Conversations.Opened opened = conversations.open(hiring.see(caller, proposalId));
    Conversation thread = opened.conversation();
    return calls.answer(
        HttpStatus.OK,
        new MessageJson.Opened(true, thread.id(), proposalId, thread.jobId(), opened.created()),
        !opened.created());
  }

  /** Threads, or the messages of one. Everything is checked, also what only the other goes by. */
  @Get("/messages")
  @Gated(value = Gate.READ_MESSAGES, refuses = 404)
  @IssueList
  @ApiResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(schema = @Schema(anyOf = {ConversationJson.Page.class, MessageJson.Page.class})))
  Object read(
      Caller caller,
      @QueryValue @Nullable String conversationId,
      @QueryValue
          @Nullable
          @Pattern(regexp = "all|job|proposal", message = "must be one of all, job, proposal")
          @Schema(
              type = "string",
              allowableValues = {"all", "job", "proposal"})
          String filter,
      @QueryValue
          @Nullable
          @Pattern(regexp = "true|false|1|0", message = "must be one of true, false, 1, 0")
          @Schema(
              type = "string",
              allowableValues = {"true", "false", "1", "0"})
          String unreadOnly,
      @QueryValue
          @Nullable
          @Pattern(regexp = "older|newer", message = "must be one of older, newer")
          @Schema(
              type = "string",
              allowableValues = {"older", "newer"})
          String direction,
      @QueryValue @Nullable @Min(1) @Max(LARGEST) Integer limit,
      @QueryValue @Nullable String cursor) {
    String thread = Texts.given(conversationId);
    String from = Texts.given(cursor);
    int most = requireNonNullElse(limit, DEFAULT_LIMIT);
    return thread == null
        ? page(
            caller,
            requireNonNullElse(filter, "all"),
            "true".equals(unreadOnly) || "1".equals(unreadOnly),
            most,
            from)
        : thread(caller, thread, "newer".equals(direction), most, from);
  }

  private ConversationJson.Page page(
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
      throw InvalidRequest.field("cursor", "is not one that this list gave");
    }
    return thread;
  }

  private MessageJson.Page thread(
      Caller caller, String conversationId, boolean newer, int limit, @Nullable String cursor) {
    InvalidRequest.require(
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

  /** Write. */
  @Post("/messages")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.CREATED)
  @Gated(value = Gate.SEND_MESSAGE, refuses = 404)
  @IssueList
  MessageJson.Sent send(Caller caller, @Body MessageRequest body) {
    Conversation thread = conversations.see(caller, Texts.trimmed(body.conversationId()));
    return new MessageJson.Sent(
        true, MessageJson.of(conversations.write(caller, thread, Texts.trimmed(body.content()))));
  }
}
