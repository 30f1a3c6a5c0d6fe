package dev.tenure.api.hires.command;

import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.json.HireResponses.TaggedHire;
import io.micronaut.http.HttpResponse;

/**
 * A command that was carried out.
 *
 * @param key the client's or the one made for it, to be repeated with
 */
record CommandResult(TaggedHire hire, CommandKey key) {

  HttpResponse<HireJson> ok() {
    return hire.ok().header(CommandHeaders.IDEMPOTENCY_KEY, key.key());
  }

  /**
   * @param address of what was made
   */
  HttpResponse<HireJson> created(String address) {
    return hire.created(address).header(CommandHeaders.IDEMPOTENCY_KEY, key.key());
  }
}
