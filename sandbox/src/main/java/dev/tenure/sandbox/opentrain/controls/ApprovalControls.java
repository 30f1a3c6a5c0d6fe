package dev.tenure.sandbox.opentrain.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.opentrain.api.ApiCalls;
import dev.tenure.sandbox.opentrain.json.ApprovalJson;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Edit;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.money.PaySource;
import dev.tenure.sandbox.opentrain.rules.contract.Decisions;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** Decides on an approval as the signed-in person would. */
@Controller("/sandbox/approvals/{id}")
@Consumes(MediaType.ALL)
record ApprovalControls(Decisions decisions, ApiCalls calls) {

  /** What the person settles while confirming. */
  @Serdeable
  @Strict
  record Confirm(
      @Nullable @Valid Edit edit, @Nullable PaySource source, @Nullable EscrowChoice escrow)
      implements RequestBody {
    static final Confirm PLAIN = new Confirm(null, null, null);

    private Decisions.Choice toChoice() {
      return new Decisions.Choice(
          edit == null ? Edit.NONE : edit.checked("edit."),
          source,
          requireNonNullElse(escrow, EscrowChoice.REFUND));
    }

    /** Nobody is to believe that what is left aside here was tried. */
    private void requireMeant(Approval.Type type) {
      boolean charges = type == Approval.Type.PROPOSAL_HIRE || type == Approval.Type.MILESTONE_FUND;
      refuse(edit, type == Approval.Type.PROPOSAL_HIRE, "edit", "a proposal_hire only");
      refuse(source, charges, "source", "a proposal_hire or a milestone_fund only");
      refuse(escrow, type == Approval.Type.CONTRACT_END, "escrow", "a contract_end only");
    }

    private static void refuse(@Nullable Object value, boolean fits, String field, String where) {
      InvalidRequest.require(value == null || fits, field, "fits " + where);
    }
  }

  @Post("/confirm")
  ApprovalJson.One confirm(String id, @Body @Nullable Confirm body) {
    Confirm confirm = requireNonNullElse(body, Confirm.PLAIN);
    Decisions.Choice choice = confirm.toChoice();
    decisions.type(id).ifPresent(confirm::requireMeant);
    return new ApprovalJson.One(calls.json(decisions.confirm(id, choice)));
  }

  @Post("/decline")
  ApprovalJson.One decline(String id) {
    return new ApprovalJson.One(calls.json(decisions.decline(id)));
  }
}
