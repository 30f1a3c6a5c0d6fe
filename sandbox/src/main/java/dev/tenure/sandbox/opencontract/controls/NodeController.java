package dev.tenure.sandbox.opencontract.controls;

import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.rules.Payments;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * As much of a node of the chain as tells a balance (JSON-RPC): {@code eth_chainId}, and {@code
 * eth_call} of {@code balanceOf}. A contract that is none has no code, and so gives nothing.
 */
@Controller(OpenContractPath.CONTROLS + "/rpc")
@Consumes(MediaType.ALL)
record NodeController(OpenContractWorld world) {

  private static final Pattern BALANCE_OF = Pattern.compile("0x70a082310{24}([0-9a-f]{40})");
  private static final int UNKNOWN_METHOD = -32601;
  private static final int WRONG_PARAMETERS = -32602;

  /** A call of the node. */
  @Serdeable
  record Call(@Nullable JsonNode id, @Nullable String method, @Nullable JsonNode params) {}

  /** What came of it. */
  @Serdeable
  record Answer(
      String jsonrpc, @Nullable JsonNode id, @Nullable String result, @Nullable Problem error) {}

  /** Why nothing came of it. */
  @Serdeable
  record Problem(int code, String message) {}

  @Post
  Answer call(@Body Call call) {
    return switch (String.valueOf(call.method())) {
      case "eth_chainId" -> answered(call, "0x" + Long.toHexString(Payments.TOKEN.chainId()));
      case "eth_call" -> called(call);
      default -> refused(call, UNKNOWN_METHOD, "only eth_chainId and eth_call are known here");
    };
  }

  private Answer called(Call call) {
    JsonNode wanted = call.params() == null ? null : call.params().get(0);
    String to = text(wanted, "to");
    String data = text(wanted, "data");
    if (to == null || data == null) {
      return refused(call, WRONG_PARAMETERS, "to and data are wanted");
    }
    Matcher balanceOf = BALANCE_OF.matcher(data);
    if (!Address.same(to, Payments.TOKEN.contract())) {
      return answered(call, "0x");
    }
    return balanceOf.matches()
        ? answered(
            call,
            "0x%064x".formatted(world.transact(() -> world.balance("0x" + balanceOf.group(1)))))
        : refused(call, WRONG_PARAMETERS, "only balanceOf is known here");
  }

  private static @Nullable String text(@Nullable JsonNode object, String field) {
    JsonNode value = object == null ? null : object.get(field);
    return value != null && value.isString() ? value.getStringValue() : null;
  }

  private static Answer answered(Call call, String result) {
    return new Answer("2.0", call.id(), result, null);
  }

  private static Answer refused(Call call, int code, String message) {
    return new Answer("2.0", call.id(), null, new Problem(code, message));
  }
}
