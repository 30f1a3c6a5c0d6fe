package dev.tenure.api.connection;

import io.micronaut.context.annotation.Value;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the connection of whoever takes too long to send a request, from its first byte to its
 * last, however it drips in. How long the answer takes is no matter of it, and a stream has no end;
 * a connection on which nothing is sent either way falls to the server's own idle timeout.
 */
@Singleton
final class RequestDeadline extends ConnectionCustomizer {

  private static final Logger LOG = LoggerFactory.getLogger(RequestDeadline.class);

  private final Duration longest;

  RequestDeadline(@Value("${front.requests.read-within:30s}") Duration longest) {
    this.longest = longest;
  }

  /** Bytes are seen before the codec, and the end of a request behind it. */
  @Override
  void customize(ChannelPipeline pipeline) {
    var arrival = new Arrival(pipeline.channel());
    pipeline.addBefore(CODEC, "request-begin", arrival.new Begin());
    pipeline.addAfter(CODEC, "request-end", arrival.new End());
  }

  /** The arrival of one request after the other on one connection; known to its event loop only. */
  private final class Arrival {

    private final Channel channel;
    private @Nullable Future<?> deadline;

    Arrival(Channel channel) {
      this.channel = channel;
    }

    /** Nobody waits until it is closed. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void cut() {
      LOG.debug("{} did not send a request within {}", channel.remoteAddress(), longest);
      channel.close();
    }

    private void end() {
      if (deadline != null) {
        deadline.cancel(false);
        deadline = null;
      }
    }

    private final class Begin extends ChannelInboundHandlerAdapter {

      @Override
      public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
        if (deadline == null) {
          deadline =
              context
                  .executor()
                  .schedule(Arrival.this::cut, longest.toMillis(), TimeUnit.MILLISECONDS);
        }
        super.channelRead(context, bytes);
      }

      @Override
      public void channelInactive(ChannelHandlerContext context) throws Exception {
        end();
        super.channelInactive(context);
      }
    }

    private final class End extends ChannelInboundHandlerAdapter {

      @Override
      public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof LastHttpContent) {
          end();
        }
        super.channelRead(context, message);
      }
    }
  }
}
