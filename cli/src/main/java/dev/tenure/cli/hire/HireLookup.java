package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.http.JsonClient.Answer;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the hire that the user names: by its id, by the beginning of its id where only one hire has
 * it, or by its proposal. Of several hires of one proposal the open one is meant, else the newest.
 */
public final class HireLookup {
  private static final Set<String> CLOSED = Set.of("ended", "declined", "expired", "cancelled");

  /** Less is a slip of the finger rather than the beginning of an id. */
  private static final int SHORTEST = 5;

  private static final int NAMED = 5;

  /** Eight hexadecimal digits after {@code hir_}: two of ten thousand hires rarely share them. */
  private static final int SHORTENED = 12;

  private final FrontClient front;

  public HireLookup(FrontClient front) {
    this.front = front;
  }

  /**
   * The hire as it stands.
   *
   * @throws ProblemException with {@code 404} when there is none
   * @throws Refused when several could be meant
   */
  public Answer find(String named) {
    if (named.isBlank()) {
      throw Refused.usage("HIRE is empty; give a hire's id, the beginning of it, or a proposal's");
    }
    try {
      return get(named);
    } catch (ProblemException e) {
      if (e.exitCode() != ExitCode.NOT_FOUND) {
        throw e;
      }
      return get(otherwise(named, e).path("id").asText());
    }
  }

  /** As much of an id as people need to name the hire by. */
  public static String shortened(String id) {
    return id.length() <= SHORTENED + 1 ? id : id.substring(0, SHORTENED);
  }

  /** The cell of a table: whole where it is not read at a terminal. */
  public static String shortened(JsonNode id, Screen screen) {
    var whole = Formats.text(id);
    return screen.width() == Screen.UNLIMITED ? whole : shortened(whole);
  }

  static boolean isClosed(JsonNode hire) {
    return CLOSED.contains(hire.path("status").asText());
  }

  private Answer get(String id) {
    return front.get("/v1/hires/" + Query.encoded(id));
  }

  private JsonNode otherwise(String named, ProblemException unknown) {
    var ofProposal = hires(new Query().with("proposalId", named)).matching(hire -> true);
    if (!ofProposal.isEmpty()) {
      return ofProposal(named, ofProposal);
    }
    if (named.length() < SHORTEST) {
      throw unknown;
    }
    var begun = hires(new Query()).matching(hire -> hire.path("id").asText().startsWith(named));
    return switch (begun.size()) {
      case 0 -> throw unknown;
      case 1 -> begun.getFirst();
      default -> throw ambiguous(named, begun);
    };
  }

  /** One account has at most one open hire of a proposal; its hires come the newest first. */
  private static JsonNode ofProposal(String named, List<JsonNode> hires) {
    var open = hires.stream().filter(hire -> !isClosed(hire)).toList();
    var meant = open.isEmpty() ? hires : open;
    if (meant.stream().map(hire -> hire.path("account").asText()).distinct().count() > 1) {
      throw ambiguous(named, meant);
    }
    return meant.getFirst();
  }

  private PagedList hires(Query filters) {
    return PagedList.of(front, "/v1/hires", filters);
  }

  private static Refused ambiguous(String named, List<JsonNode> hires) {
    var some =
        hires.stream()
            .limit(NAMED)
            .map(hire -> hire.path("id").asText() + " (" + HirePrinter.title(hire) + ")")
            .collect(Collectors.joining(", "));
    return Refused.usage(
        "%s could be any of %d hires: %s%s. Type more of the id"
            .formatted(named, hires.size(), some, hires.size() > NAMED ? ", \u2026" : ""));
  }
}
