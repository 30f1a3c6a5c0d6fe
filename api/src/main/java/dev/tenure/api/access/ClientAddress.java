package dev.tenure.api.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address that a request comes from. What {@code X-Forwarded-For} says counts only as far as
 * proxies of our own wrote it: anybody else could invent it.
 */
@Context
public final class ClientAddress {

  private final List<Network> proxies;

  ClientAddress(Settings settings) {
    this.proxies =
        Arrays.stream(settings.trustedProxies().split(",", -1))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(Network::parse)
            .toList();
  }

  /**
   * {@code TENURE_API_TRUSTED_PROXIES}.
   *
   * @param trustedProxies addresses, or networks as {@code 10.0.0.0/8}, with commas between
   */
  @ConfigurationProperties("tenure.api")
  public record Settings(@Bindable(defaultValue = "") String trustedProxies) {}

  /** The last address on the way here that is no proxy of ours; null where there is none. */
  public @Nullable InetAddress of(HttpRequest<?> request) {
    @Nullable InetAddress address = request.getRemoteAddress().getAddress();
    List<String> way =
        request.getHeaders().getAll("X-Forwarded-For").stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .toList();
    for (String before : way.reversed()) {
      if (address == null || !trusted(address)) {
        break;
      }
      @Nullable InetAddress named = literal(before);
      if (named == null) {
        break;
      }
      address = named;
    }
    return address;
  }

  private boolean trusted(InetAddress address) {
    return proxies.stream().anyMatch(network -> network.contains(address));
  }

  /** Never asks a name server for what a stranger wrote. */
  private static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private record Network(InetAddress address, int bits) {

    static Network parse(String text) {
      String[] parts = text.split("/", -1);
      @Nullable InetAddress address = literal(parts[0]);
      int most = address == null ? 0 : address.getAddress().length * Byte.SIZE;
      boolean whole = parts.length == 1;
      if (address == null
          || parts.length > 2
          || !(whole || (parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= most))) {
        throw new IllegalArgumentException(
            "TENURE_API_TRUSTED_PROXIES cannot be read: \"%s\" is neither an address nor a network"
                    .formatted(text)
                + " such as 10.0.0.0/8.");
      }
      return new Network(address, whole ? most : Integer.parseInt(parts[1]));
    }

    boolean contains(InetAddress other) {
      byte[] ours = address.getAddress();
      byte[] theirs = other.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if ((ours[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
