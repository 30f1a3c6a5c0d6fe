package dev.tenure.sandbox.faults;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;

/** What only one marketplace can do wrong; it leaves the calls of others alone. */
public interface MarketplaceFaults {
  /** The scopes that its tokens may have, and that a fault may withdraw. */
  List<String> scopes();

  /** Takes from the calling token what it had a moment ago. */
  void withdraw(Fault fault, HttpRequest<?> request);

  /** Makes the answer say what was so a while ago, or what is so somewhere else. */
  void confuse(Fault fault, HttpRequest<?> request, MutableHttpResponse<?> response);
}
