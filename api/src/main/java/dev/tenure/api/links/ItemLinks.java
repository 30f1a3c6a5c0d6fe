package dev.tenure.api.links;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where to read on from a part of a hire. */
@Serdeable
@Schema(name = "ItemLinks")
public record ItemLinks(String self, String hire) {

  /** Of a part that is found at an address of its own. */
  public static ItemLinks of(String self, String hireId) {
    return new ItemLinks(self, Paths.hire(hireId));
  }
}
