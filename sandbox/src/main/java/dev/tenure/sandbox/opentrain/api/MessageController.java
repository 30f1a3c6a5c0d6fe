package dev.tenure.sandbox.opentrain.api;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.http.IssueList;
import dev.tenure.sandbox.opentrain.json.ConversationJson;
import dev.tenure.sandbox.opentrain.json.MessageJson;
import dev.tenure.sandbox.opentrain.model.job.Conversation;
import dev.tenure.sandbox.opentrain.request.MessageRequest;
import dev.tenure.sandbox.opentrain.rules.contract.Conversations;
import dev.tenure.sandbox.opentrain.rules.contract.HireRequests;
import io.micronaut.http.HttpRequest;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Threads with trainers: list, read, write, and open the one of a proposal. */
@Controller(ApiPath.V1)
class MessageController {
  private static final int DEFAULT_LIMIT = 20;
  private static final int LARGEST = 100;

  private final ApiCalls calls;
  private final HireRequests hiring;
  private final Conversations conversations;
  private final ConversationList list;

  MessageController(
      ApiCalls calls, HireRequests hiring, Conversations conversations, ConversationList list) {
    this.calls = calls;
    this.hiring = hiring;
    this.conversations = conversations;
    this.list = list;
  }

  /** Open the thread of a proposal. */
  @Post("/proposals/{proposalId}/conversation")
  @Consumes(MediaType.ALL)
  @Gated(
      value = Gate.OPEN_CONVERSATION,
      refuses = {404, 409})
  HttpResponse<MessageJson.Opened> open(HttpRequest<?> request, String proposalId) {
    return calls.serve(
        request,
        caller -> {
          Conversations.Opened opened = conversations.open(hiring.see(caller, proposalId));
          Conversation thread = opened.conversation();
          return new ApiAnswer<>(
              200,
              new MessageJson.Opened(
                  true, thread.id(), proposalId, thread.jobId(), opened.created()),
              null,
              !opened.created());
        });
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
  HttpResponse<Object> read(
      HttpRequest<?> request,
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
    return calls.ok(
        request,
        caller ->
            thread == null
                ? list.page(
                    caller,
                    requireNonNullElse(filter, "all"),
                    "true".equals(unreadOnly) || "1".equals(unreadOnly),
                    most,
                    from)
                : list.thread(caller, thread, "newer".equals(direction), most, from));
  }

  /** Write. */
  @Post("/messages")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.CREATED)
  @Gated(value = Gate.SEND_MESSAGE, refuses = 404)
  @IssueList
  HttpResponse<MessageJson.Sent> send(HttpRequest<?> request, @Body @Valid MessageRequest body) {
    return calls.created(
        request,
        caller ->
            new MessageJson.Sent(
                true,
                MessageJson.of(
                    conversations.write(
                        caller,
                        conversations.see(caller, Texts.trimmed(body.conversationId())),
                        Texts.trimmed(body.content())))));
  }
}
