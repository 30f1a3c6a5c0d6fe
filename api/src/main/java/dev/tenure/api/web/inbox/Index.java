package dev.tenure.api.web.inbox;

import io.micronaut.serde.annotation.Serdeable;

/** Where things are, for programs that ask at the root. */
@Serdeable
record Index(
    String name, String hires, String approvals, String events, String openapi, String health) {

  static final Index OF_THE_API =
      new Index(
          "Tenure",
          "/v1/hires",
          "/v1/approvals?status=pending",
          "/v1/events",
          "/openapi.yaml",
          "/health/readiness");
}
