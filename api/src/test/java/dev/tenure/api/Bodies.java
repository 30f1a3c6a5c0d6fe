package dev.tenure.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;

/** Bodies for requests, each for a proposal of its own. */
final class Bodies {

  private Bodies() {}

  static String proposal() {
    return "prp_" + UUID.randomUUID().toString().substring(0, 8);
  }

  static JsonNode json(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The shortest hire of a proposal. */
  static String shortest(String proposal) {
    return """
        {"proposalId":"%s","milestones":[{"name":"Batch 1",
          "amount":{"amount":"450.00","currency":"USD"}}]}
        """
        .formatted(proposal);
  }

  /** A hire with everything said, two milestones and a cap. */
  static String whole(String proposal) {
    return """
        {"account":"default","proposalId":"%s","externalRef":"REQ-118","labels":{"team":"vision"},
         "milestones":[
          {"key":"m1","name":"Batch 1","description":"10k dashcam frames",
           "amount":{"amount":"450.00","currency":"USD"},"dueDate":"2027-07-15"},
          {"key":"m2","description":"5k night frames",
           "amount":{"amount":"250.00","currency":"USD"},
           "fund":{"when":"after_paid","after":"m1"}}],
         "budget":{"cap":{"amount":"1000.00","currency":"USD"}},
         "confirmNotFitOverride":false,"replaces":null,
         "policies":{"onDeclined":{"reRequest":0,"then":"hold"},
          "onExpired":{"reRequest":2,"then":"hold"},"release":"on_delivery",
          "end":"when_all_paid","onEditedTerms":"accept_within_budget"}}
        """
        .formatted(proposal);
  }
}
