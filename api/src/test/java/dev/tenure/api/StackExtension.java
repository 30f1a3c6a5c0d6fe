package dev.tenure.api;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one running stack to all tests that ask, and stops it after the last. */
final class StackExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Stack.class || type == Http.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Stack stack =
        context
            .getRoot()
            .getStore(Namespace.create(StackExtension.class))
            .getOrComputeIfAbsent(Stack.class, type -> Stack.start(), Stack.class);
    return parameter.getParameter().getType() == Stack.class ? stack : stack.http();
  }
}
