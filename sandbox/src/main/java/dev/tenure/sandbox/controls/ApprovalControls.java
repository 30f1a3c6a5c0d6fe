package dev.tenure.sandbox.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.EnumWords;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.market.Desk;
import dev.tenure.sandbox.request.EditRequest;
import dev.tenure.sandbox.rules.Choice;
import dev.tenure.sandbox.rules.Decisions;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.ApprovalJson;
import dev.tenure.sandbox.world.ApprovalType;
import dev.tenure.sandbox.world.Edit;
import dev.tenure.sandbox.world.EscrowChoice;
import dev.tenure.sandbox.world.PaySource;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** Decides on an approval as the signed-in person would. */
@Controller("/sandbox/approvals/{id}")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class ApprovalControls {
  private final Decisions decisions;
  private final Desk desk;

  ApprovalControls(Decisions decisions, Desk desk) {
    this.decisions = decisions;
    this.desk = desk;
  }

  /** What the person settles while confirming. */
  @Serdeable
  @Strict
  record Confirm(
      @Nullable @Valid EditRequest edit, @Nullable String source, @Nullable String escrow)
      implements RequestBody {
    static final Confirm PLAIN = new Confirm(null, null, null);

    private Choice toChoice() {
      return new Choice(
          edit == null ? Edit.NONE : edit.toEdit("edit."),
          EnumWords.of(PaySource.class, "source", source),
          requireNonNullElse(
              EnumWords.of(EscrowChoice.class, "escrow", escrow), EscrowChoice.REFUND));
    }

    /** Nobody is to believe that what is left aside here was tried. */
    private void requireMeant(ApprovalType type) {
      boolean charges = type == ApprovalType.PROPOSAL_HIRE || type == ApprovalType.MILESTONE_FUND;
      refuse(edit, type == ApprovalType.PROPOSAL_HIRE, "edit", "a proposal_hire only");
      refuse(source, charges, "source", "a proposal_hire or a milestone_fund only");
      refuse(escrow, type == ApprovalType.CONTRACT_END, "escrow", "a contract_end only");
    }

    private static void refuse(@Nullable Object value, boolean fits, String field, String where) {
      if (value != null && !fits) {
        throw Refusal.field(field, "fits " + where);
      }
    }
  }

  @Post("/confirm")
  ApprovalJson.One confirm(String id, @Body @Nullable @Valid Confirm body) {
    Confirm confirm = requireNonNullElse(body, Confirm.PLAIN);
    Choice choice = confirm.toChoice();
    decisions.type(id).ifPresent(confirm::requireMeant);
    return new ApprovalJson.One(desk.json(decisions.confirm(id, choice)));
  }

  @Post("/decline")
  ApprovalJson.One decline(String id) {
    return new ApprovalJson.One(desk.json(decisions.decline(id)));
  }
}
