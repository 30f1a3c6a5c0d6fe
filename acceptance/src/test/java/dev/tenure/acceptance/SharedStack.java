package dev.tenure.acceptance;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all tests that leave its processes alone; JUnit closes it after the last of them.
 * It hires for a second account, too, whose token the sandbox knows from the beginning.
 */
final class SharedStack implements ParameterResolver {
  static final String SECOND_ACCOUNT = "acme";

  private static final Map<String, String> SETTINGS =
      Map.of("TENURE_ACCOUNTS", SECOND_ACCOUNT, "OT_API_TOKEN_ACME", "ot_pat_sandbox_stranger");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(Stack.class, key -> Stack.start(SETTINGS), Stack.class);
  }
}
