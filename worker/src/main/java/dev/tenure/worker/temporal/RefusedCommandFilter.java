package dev.tenure.worker.temporal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Tells a refused command in one quiet line. Temporal's SDK warns of it with a stack trace, as of a
 * workflow that fails; but to say no is no failure, and whoever commanded is told.
 */
public final class RefusedCommandFilter extends TurboFilter {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("dev.tenure.commands");

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    if (level != Level.WARN || !logger.getName().startsWith("io.temporal.")) {
      return FilterReply.NEUTRAL;
    }
    Object last =
        thrown == null && parameters != null && parameters.length > 0
            ? parameters[parameters.length - 1]
            : thrown;
    if (last instanceof ApplicationFailure failure
        && failure.getCategory() == ApplicationErrorCategory.BENIGN) {
      Object workflow = parameters == null || parameters.length < 2 ? "" : parameters[0] + ": ";
      LOG.info("{}refused: {}", workflow, failure.getOriginalMessage());
      return FilterReply.DENY;
    }
    return FilterReply.NEUTRAL;
  }
}
