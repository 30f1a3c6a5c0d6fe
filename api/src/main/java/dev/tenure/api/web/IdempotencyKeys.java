package dev.tenure.api.web;

import java.util.UUID;

/** Keys for forms: a form that is sent twice is carried out once. */
final class IdempotencyKeys {

  private IdempotencyKeys() {}

  static String next() {
    return "page-" + UUID.randomUUID();
  }
}
