package dev.tenure.activities.opentrain;

import dev.tenure.activities.http.Call;
import dev.tenure.activities.http.Exchange;
import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.activities.opentrain.json.ApprovalBody;
import dev.tenure.activities.opentrain.json.CapabilitiesBody;
import dev.tenure.activities.opentrain.json.CreditsBody;
import dev.tenure.activities.opentrain.json.LedgerBody;
import dev.tenure.activities.opentrain.json.Me;
import dev.tenure.activities.opentrain.json.OfferBody;
import dev.tenure.activities.opentrain.json.PaymentsBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of OpenTrain's public API that tell of an account and its money. One method is one
 * call; none repeats, and none changes anything.
 */
public final class OpenTrainAccount {

  /** The largest page that the ledger gives. */
  static final int LEDGER_PAGE = 100;

  private static final String NO_MILESTONE = "tenure-preflight";

  private final OpenTrainCalls calls;

  public OpenTrainAccount(Exchange exchange, InstantSource clock) {
    this.calls = new OpenTrainCalls(exchange, clock);
  }

  /** Scopes of the token: {@code GET /auth/me}. */
  List<String> scopes() throws Refused, Unavailable {
    Me.@Nullable Token token = calls.send(Call.get("/auth/me"), Me.class).token();
    return token == null ? List.of() : Objects.requireNonNullElse(token.scopes(), List.of());
  }

  CapabilitiesBody capabilities() throws Refused, Unavailable {
    return calls.send(Call.get("/job-drafts/capabilities"), CapabilitiesBody.class);
  }

  CreditsBody credits() throws Refused, Unavailable {
    return calls.send(Call.get("/credits"), CreditsBody.class);
  }

  OfferBody offer(String proposalId) throws Refused, Unavailable {
    return calls.send(Call.get("/proposals/" + segment(proposalId)), OfferBody.class);
  }

  LedgerBody ledger(@Nullable String cursor) throws Refused, Unavailable {
    String after = cursor == null ? "" : "&cursor=" + segment(cursor);
    return calls.send(Call.get("/credits/ledger?limit=" + LEDGER_PAGE + after), LedgerBody.class);
  }

  PaymentsBody pendingPayments() throws Refused, Unavailable {
    return calls.send(Call.get("/payments/pending"), PaymentsBody.class);
  }

  /**
   * Asks to fund a milestone that does not exist. It cannot come true; what refuses it tells which
   * gate is closed, and {@code GET /auth/me} does not tell whether the account was claimed.
   *
   * @throws Refused always, where the marketplace answers as documented
   */
  void askInVain() throws Refused, Unavailable {
    calls.send(Call.post("/milestones/" + NO_MILESTONE + "/fund", null), ApprovalBody.class);
  }

  private static String segment(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
