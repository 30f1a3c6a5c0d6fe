package dev.tenure.lifecycle.opencontract.decision;

import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 in hexadecimal over the exact terms that a yes is given to: canonical JSON of texts and
 * lists of texts, with sorted names, no white space, and what is absent left out.
 */
final class TermsDigest {
  private final Map<String, Object> terms = new TreeMap<>();

  private TermsDigest(String what, OpenContractHire hire, PlannedMilestone milestone) {
    put("what", what);
    put("hire", hire.id());
    put("account", hire.plan().account());
    put("milestone", milestone.key());
  }

  /** Of the creation of the milestone's next contract. */
  static String ofCreation(
      OpenContractHire hire, PlannedMilestone milestone, @Nullable String worker) {
    OpenContractMilestone planned = milestone.openContract();
    TermsDigest digest = new TermsDigest("create", hire, milestone);
    digest.put("worker", worker);
    digest.put("award", worker == null ? "open_tender" : "direct_award");
    digest.put("price", milestone.terms().amount());
    digest.put("title", milestone.terms().name());
    digest.put("text", milestone.terms().description());
    digest.terms.put("criteria", planned.acceptanceCriteria());
    digest.put("materials", planned.supplementaryMaterials());
    Deadlines given = planned.deadlines();
    digest.terms.put(
        given == null ? "windows" : "deadlines",
        given == null
            ? texts(planned.matchWithin(), planned.deliverWithin(), planned.reviewWithin())
            : texts(given.match(), given.withdrawal(), given.delivery(), given.review()));
    return digest.hex();
  }

  /** Of the approval of a delivery. */
  static String ofRelease(
      OpenContractHire hire, PlannedMilestone milestone, WorkingContract contract) {
    return new TermsDigest("approve", hire, milestone).judged(contract).hex();
  }

  /** Of the dispute of a delivery. */
  static String ofDispute(
      OpenContractHire hire, PlannedMilestone milestone, WorkingContract contract, Money bond) {
    TermsDigest digest = new TermsDigest("dispute", hire, milestone).judged(contract);
    digest.put("bond", bond);
    return digest.hex();
  }

  private TermsDigest judged(WorkingContract contract) {
    put("contract", contract.id());
    put("worker", contract.worker());
    put("price", contract.price());
    put("delivery", contract.shown().delivery());
    terms.put("criteria", contract.terms().acceptanceCriteria());
    return this;
  }

  private void put(String name, @Nullable Object value) {
    if (value instanceof Money money) {
      terms.put(name, money.withCode());
    } else if (value != null) {
      terms.put(name, value.toString());
    }
  }

  private static List<String> texts(Object... values) {
    return List.of(values).stream().map(Object::toString).toList();
  }

  private String hex() {
    StringBuilder json = new StringBuilder();
    write(json, terms);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(json.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static void write(StringBuilder json, Object value) {
    switch (value) {
      case Map<?, ?> object -> {
        String separator = "{";
        for (Map.Entry<?, ?> entry : object.entrySet()) {
          json.append(separator);
          write(json, entry.getKey());
          json.append(':');
          write(json, entry.getValue());
          separator = ",";
        }
        json.append('}');
      }
      case List<?> list -> {
        json.append('[');
        String separator = "";
        for (Object element : list) {
          json.append(separator);
          write(json, element);
          separator = ",";
        }
        json.append(']');
      }
      default -> quote(json, value.toString());
    }
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20) {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
