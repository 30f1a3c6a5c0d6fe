package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Caller;
import dev.tenure.sandbox.rules.Conversations;
import dev.tenure.sandbox.rules.Hiring;
import dev.tenure.sandbox.wire.MessageJson;
import dev.tenure.sandbox.world.Conversation;
import dev.tenure.sandbox.world.Message;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Threads with trainers: list, read, write, and open the one of a proposal. */
@Controller(Desk.API)
@ExecuteOn(TaskExecutors.BLOCKING)
class MessageController {
  private final Desk desk;
  private final Bodies bodies;
  private final Hiring hiring;
  private final Conversations conversations;
  private final ConversationList list;

  MessageController(
      Desk desk, Bodies bodies, Hiring hiring, Conversations conversations, ConversationList list) {
    this.desk = desk;
    this.bodies = bodies;
    this.hiring = hiring;
    this.conversations = conversations;
    this.list = list;
  }

  @Post("/proposals/{proposalId}/conversation")
  @Consumes(MediaType.ALL)
  HttpResponse<Object> open(HttpRequest<?> request, String proposalId) {
    return desk.serve(
        request,
        Gate.OPEN_CONVERSATION,
        caller -> {
          Conversations.Opened opened = conversations.open(hiring.see(caller, proposalId));
          Conversation thread = opened.conversation();
          return new Answer(
              200,
              new MessageJson.Opened(
                  true, thread.id(), proposalId, thread.jobId(), opened.created()),
              null,
              !opened.created());
        });
  }

  @Get("/messages")
  HttpResponse<Object> read(HttpRequest<?> request) {
    return desk.serve(
        request,
        Gate.READ_MESSAGES,
        caller -> {
          return Answer.ok(
              Issues.<Object>in(
                  () -> {
                    MessageQuery query = MessageQuery.of(new Query(request));
                    return query.conversationId() == null
                        ? list.page(caller, query)
                        : list.thread(caller, query.conversationId(), query);
                  }));
        });
  }

  @Post("/messages")
  @Consumes(MediaType.ALL)
  HttpResponse<Object> send(HttpRequest<byte[]> request) {
    return desk.serve(
        request,
        Gate.SEND_MESSAGE,
        caller -> {
          Fields body = bodies.read(request);
          String conversationId = Issues.in(() -> body.text("conversationId"));
          String content = Issues.in(() -> body.text("content"));
          return Answer.created(sent(caller, conversationId, content));
        });
  }

  private MessageJson.Sent sent(Caller caller, String conversationId, String content) {
    Message message =
        conversations.write(caller, conversations.see(caller, conversationId), content);
    return new MessageJson.Sent(true, MessageJson.of(message));
  }
}
