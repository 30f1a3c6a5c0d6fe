package dev.tenure.api.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
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
final class RequestDeadline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private static final Logger LOG = LoggerFactory.getLogger(RequestDeadline.class);

  private final Duration longest;

  RequestDeadline(@Value("${front.requests.read-within:30s}") Duration longest) {
    this.longest = longest;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Customizer(null));
    return event.getBean();
  }

  private final class Customizer implements NettyServerCustomizer {

    private final @Nullable Channel channel;

    Customizer(@Nullable Channel channel) {
      this.channel = channel;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel special, ChannelRole role) {
      return new Customizer(special);
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (channel != null) {
        watch(channel.pipeline());
      }
    }
  }

  /** Bytes are seen before the codec, and the end of a request behind it. */
  private void watch(ChannelPipeline pipeline) {
    String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
    if (pipeline.get(codec) != null) {
      var arrival = new Arrival(pipeline.channel());
      pipeline.addBefore(codec, "request-begin", arrival.new Begin());
      pipeline.addAfter(codec, "request-end", arrival.new End());
    }
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
