package dev.tenure.cli.option;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.ProblemException;
import java.util.List;
import java.util.Optional;

/** The marketplace of an account: it decides the currency, and which flags mean anything. */
public enum HiringMarketplace {
  OPENTRAIN("opentrain", "OpenTrain", "USD"),
  OPENCONTRACT("opencontract", "OpenContract", "USDC");

  private final String wire;
  private final String words;
  private final String currency;

  HiringMarketplace(String wire, String words, String currency) {
    this.wire = wire;
    this.words = words;
    this.currency = currency;
  }

  public String currency() {
    return currency;
  }

  /** That of a hire, as the front tells it. */
  public static HiringMarketplace ofHire(JsonNode hire) {
    return hire.path("openContract").isObject() ? OPENCONTRACT : OPENTRAIN;
  }

  /**
   * That of an account; nothing where no worker has told of it, or the key in use may not read
   * accounts.
   *
   * @throws ProblemException when the front refuses for another reason
   */
  public static Optional<HiringMarketplace> ofAccount(FrontClient front, String account) {
    try {
      for (var one : front.get("/v1/accounts").json().path("items")) {
        if (one.path("id").asText().equals(account)) {
          return of(one.path("marketplace").asText());
        }
      }
      return Optional.empty();
    } catch (ProblemException e) {
      if (e.exitCode() == ExitCode.NOT_FOUND || e.exitCode() == ExitCode.NO_ACCESS) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Optional<HiringMarketplace> of(String wire) {
    return List.of(values()).stream().filter(one -> one.wire.equals(wire)).findFirst();
  }

  /**
   * Refuses the flags of another marketplace by name.
   *
   * @param what has this marketplace, e.g. the account default
   * @param instead what else can be done about it
   */
  public void refuse(List<String> flags, String what, String instead) {
    if (!flags.isEmpty()) {
      var other = this == OPENTRAIN ? OPENCONTRACT : OPENTRAIN;
      throw Refused.usage(
          "%s %s for %s, and %s is one of %s: leave %s out%s"
              .formatted(
                  String.join(", ", flags),
                  flags.size() == 1 ? "is" : "are",
                  other.words,
                  what,
                  words,
                  flags.size() == 1 ? "it" : "them",
                  instead));
    }
  }
}
