package dev.tenure.api.pages.session;

import dev.tenure.api.access.EnvironmentKeys;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Proves that a form was filled in on a page that this front made for the same session. */
@Singleton
public final class FormTokens {

  private static final int BYTES = 32;

  private final String secret;

  public FormTokens(EnvironmentKeys keys) {
    // Fronts of the same keys understand each other's forms; without keys there is only one front.
    this.secret = keys.needed() ? String.join(",", keys.all().values()) : random();
  }

  public String of(String session) {
    return Hmac.seal(secret, "form " + session);
  }

  public boolean accept(String session, String token) {
    return Hmac.same(of(session), token);
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
