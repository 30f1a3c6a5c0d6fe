package dev.tenure.api.plans;

import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.money.Credits;
import dev.tenure.model.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the account must be and have before it can hire. */
record AccountChecks(Checks checks, AccountFacts account) {

  /** Every check of this kind, for a preflight that nobody could look for. */
  private static final List<String> NAMES =
      List.of("token", "scopes", "features", "claimed", "payment");

  private static final String SETTINGS = "A person can change it in OpenTrain's settings.";

  static void unseen(Checks checks, String words, String fix) {
    NAMES.forEach(name -> checks.unknown(name, words, fix));
  }

  void run(Price price, @Nullable IncidentDocument lackedMeans) {
    token();
    scopes();
    features();
    claimed();
    payment(price, lackedMeans);
  }

  private void token() {
    if (Boolean.TRUE.equals(account.tokenAccepted())) {
      checks.green("token", "The marketplace accepts the account's token.");
    } else if (account.tokenAccepted() == null) {
      checks.unknown("token", said("The marketplace did not tell"), "Try again.");
    } else {
      checks.red(
          "token",
          said("The marketplace refuses the account's token"),
          "Set a valid token for the account and restart the worker.");
    }
  }

  private void scopes() {
    if (!accepted()) {
      checks.unknown("scopes", "Not told without an accepted token.", null);
    } else if (account.missingScopes().isEmpty()) {
      checks.green("scopes", "The token has every scope that a hire needs.");
    } else {
      checks.red(
          "scopes",
          "The token lacks " + String.join(", ", account.missingScopes()) + ".",
          "A person must mint a token with these scopes in OpenTrain's settings; then set it for"
              + " the account and restart the worker.");
    }
  }

  private void features() {
    if (!account.missingFeatures().isEmpty()) {
      checks.red(
          "features",
          "Off for this account: " + String.join(", ", account.missingFeatures()) + ".",
          "Ask OpenTrain to switch them on.");
    } else if (account.features().isEmpty()) {
      checks.unknown("features", said("The marketplace did not tell"), null);
    } else {
      checks.green("features", "Hiring and payments are on.");
    }
  }

  private void claimed() {
    if (account.claimed() == null) {
      checks.unknown("claimed", "Nothing tells whether a person owns the account.", null);
    } else if (account.claimed()) {
      checks.green("claimed", "A person owns the account.");
    } else {
      checks.red(
          "claimed",
          "Nobody has claimed the account.",
          "A person must claim it; the claim revokes the present token.",
          account.claimUrl());
    }
  }

  /** The API tells of credits, but not whether a card is on file. */
  private void payment(Price price, @Nullable IncidentDocument lackedMeans) {
    @Nullable Credits credits = account.credits();
    if (credits != null && credits.available().compareTo(price.first()) >= 0) {
      checks.green("payment", covered(credits.available(), price));
    } else if (lackedMeans != null) {
      checks.red(
          "payment",
          "A hire of this account waits since the marketplace found neither a card nor enough"
              + " credits.",
          "Put a card on file or top up the credits. " + SETTINGS,
          lackedMeans.fixUrl());
    } else {
      String have =
          credits == null
              ? "The credits cannot be read"
              : "The credits (%s) do not cover the first charge of about %s"
                  .formatted(credits.available(), price.first());
      checks.unknown(
          "payment",
          have + ", and the marketplace does not tell whether a card is on file.",
          "Without a card the ask is refused, and the hire waits with a link to the billing page.");
    }
  }

  private static String covered(Money available, Price price) {
    return available.compareTo(price.worstCase()) >= 0
        ? "The credits (%s) cover the whole of it.".formatted(available)
        : "The credits (%s) cover the first charge of about %s; later ones need more, or a card."
            .formatted(available, price.first());
  }

  private boolean accepted() {
    return Boolean.TRUE.equals(account.tokenAccepted());
  }

  private String said(String words) {
    return account.trouble() == null ? words + "." : words + ": " + account.trouble() + ".";
  }
}
