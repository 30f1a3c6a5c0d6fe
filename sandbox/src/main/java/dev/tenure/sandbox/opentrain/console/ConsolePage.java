package dev.tenure.sandbox.opentrain.console;

import dev.tenure.sandbox.console.Parts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The console with one of its parts, as words ready to print.
 *
 * @param refused why the last switch was not thrown; null when it was
 * @param gates those of the accounts, where these are the part that is shown
 */
public record ConsolePage(
    String filter,
    @Nullable String refused,
    Clock clock,
    List<String> faultKinds,
    Parts parts,
    List<Gated> gates) {

  /** What the clock shows, and its switches as they stand. */
  public record Clock(String now, String note, String speed, String windowSeconds) {}

  /**
   * The switches of one account.
   *
   * @param scopes those of the owner's token; none when there is no such token
   */
  public record Gated(String account, String credits, List<Check> features, List<Check> scopes) {}

  /** Something that is on or off. */
  public record Check(String name, boolean on) {}
}
