package dev.tenure.sandbox.controls;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.market.Orders;
import dev.tenure.sandbox.market.Requests;
import dev.tenure.sandbox.rules.Choice;
import dev.tenure.sandbox.rules.Decisions;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.ApprovalJson;
import dev.tenure.sandbox.world.ApprovalType;
import dev.tenure.sandbox.world.Edit;
import dev.tenure.sandbox.world.EscrowChoice;
import dev.tenure.sandbox.world.PaySource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides on an approval as the signed-in person would. */
@Controller("/sandbox/approvals/{id}")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class ApprovalControls {
  private final Decisions decisions;
  private final Bodies bodies;
  private final Requests requests;

  ApprovalControls(Decisions decisions, Bodies bodies, Requests requests) {
    this.decisions = decisions;
    this.bodies = bodies;
    this.requests = requests;
  }

  @Post("/confirm")
  ApprovalJson.One confirm(String id, HttpRequest<byte[]> request) {
    Choice choice =
        bodies.strict(
            request,
            body -> {
              Choice read = choice(body);
              decisions.type(id).ifPresent(type -> requireMeant(body, type));
              return read;
            });
    return new ApprovalJson.One(requests.json(decisions.confirm(id, choice)));
  }

  @Post("/decline")
  ApprovalJson.One decline(String id) {
    return new ApprovalJson.One(requests.json(decisions.decline(id)));
  }

  private static Choice choice(Fields body) {
    Fields edit = body.maybeObject("edit");
    EscrowChoice escrow = oneOf(EscrowChoice.values(), body, "escrow");
    return new Choice(
        edit == null ? Edit.NONE : Orders.edit(edit),
        oneOf(PaySource.values(), body, "source"),
        escrow == null ? EscrowChoice.REFUND : escrow);
  }

  /** Nobody is to believe that what is left aside here was tried. */
  private static void requireMeant(Fields body, ApprovalType type) {
    boolean charges = type == ApprovalType.PROPOSAL_HIRE || type == ApprovalType.MILESTONE_FUND;
    refuseUnless(type == ApprovalType.PROPOSAL_HIRE, body, "edit", "a proposal_hire only");
    refuseUnless(charges, body, "source", "a proposal_hire or a milestone_fund only");
    refuseUnless(type == ApprovalType.CONTRACT_END, body, "escrow", "a contract_end only");
  }

  private static void refuseUnless(boolean fits, Fields body, String field, String where) {
    if (!fits && body.has(field)) {
      throw Refusal.field(field, "fits " + where);
    }
  }

  static <E extends Enum<E>> @Nullable E oneOf(E[] known, Fields body, String field) {
    return oneOf(known, body, field, value -> value.name().toLowerCase(Locale.ROOT));
  }

  static <E extends Enum<E>> @Nullable E oneOf(
      E[] known, Fields body, String field, Function<E, String> spelling) {
    String word = body.maybeText(field);
    if (word == null) {
      return null;
    }
    return Stream.of(known)
        .filter(value -> spelling.apply(value).equals(word))
        .findFirst()
        .orElseThrow(() -> Refusal.field(field, "is not known"));
  }
}
