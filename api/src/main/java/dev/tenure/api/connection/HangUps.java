package dev.tenure.api.connection;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.AttributeKey;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;

/**
 * Tells a client that was gone before its request was whole from a connection of our own that
 * broke, to the journal or to Temporal: the exceptions are of the same types, but only the former
 * arises in the request's own channel. Where the client is gone, an end of ours is taken for its
 * doing: nobody waits for an answer then.
 */
@Singleton
public final class HangUps extends ConnectionCustomizer {

  private static final AttributeKey<Throwable> BROKEN_BY =
      AttributeKey.valueOf(HangUps.class, "broken-by");

  /** Whether the client of the request is gone, and that is what ended it. */
  public static boolean ended(HttpRequest<?> request, Exception e) {
    return request instanceof NettyHttpRequest<?> netty
        && ended(netty.getChannelHandlerContext().channel(), e);
  }

  /** A reset is told by the channel before it closes; an end within a body follows from that. */
  static boolean ended(Channel channel, Exception e) {
    boolean ofAnEnd = e instanceof EOFException || e instanceof ClosedChannelException;
    return e.equals(channel.attr(BROKEN_BY).get()) || (ofAnEnd && !channel.isActive());
  }

  @Override
  void customize(ChannelPipeline pipeline) {
    pipeline.addAfter(CODEC, "hang-ups", Noter.ONE);
  }

  @Sharable
  private static final class Noter extends ChannelInboundHandlerAdapter {

    static final Noter ONE = new Noter();

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
      context.channel().attr(BROKEN_BY).set(cause);
      super.exceptionCaught(context, cause);
    }
  }
}
