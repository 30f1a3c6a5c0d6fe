package dev.tenure.sandbox.opentrain.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The console with one of its parts, as words ready to print.
 *
 * @param refused why the last switch was not thrown; null when it was
 * @param previous the address of the page before this one of the part; null when it is the first
 * @param next the address of the page after this one; null when it is the last
 * @param gates those of the accounts, where these are the part that is shown
 */
public record ConsolePage(
    String filter,
    @Nullable String refused,
    Clock clock,
    List<String> faultKinds,
    List<Tab> tabs,
    Table table,
    @Nullable String previous,
    @Nullable String next,
    List<Gated> gates) {

  /** A part of the console, with how much there is in it. */
  public record Tab(String id, String title, long count, String address, boolean shown) {}

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
