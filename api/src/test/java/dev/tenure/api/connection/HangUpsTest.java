package dev.tenure.api.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.EOFException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HangUpsTest {

  @ParameterizedTest
  @MethodSource("dev.tenure.api.problem.ProblemHandlersTest#brokenConnections")
  void whileTheClientIsThereNothingIsItsHangUp(Exception broken) {
    assertThat(HangUps.ended(channel(), broken)).isFalse();
  }

  @Test
  void whatBreaksTheClientsOwnChannelIsItsHangUpAndNothingElseIs() {
    EmbeddedChannel channel = channel();
    var reset = new SocketException("Connection reset");
    channel.pipeline().fireExceptionCaught(reset);
    assertThat(HangUps.ended(channel, reset)).isTrue();
    assertThat(HangUps.ended(channel, new SocketException("Connection reset"))).isFalse();
  }

  @Test
  void anEndWithinTheBodyOfAClientThatIsGoneIsItsHangUp() {
    EmbeddedChannel channel = channel();
    channel.close().syncUninterruptibly();
    assertThat(HangUps.ended(channel, new EOFException())).isTrue();
    assertThat(HangUps.ended(channel, new ClosedChannelException())).isTrue();
    assertThat(HangUps.ended(channel, new SocketException("Connection reset"))).isFalse();
    assertThat(HangUps.ended(channel, new SQLException(new EOFException()))).isFalse();
  }

  private static EmbeddedChannel channel() {
    var channel = new EmbeddedChannel();
    channel.pipeline().addLast(ConnectionCustomizer.CODEC, new ChannelInboundHandlerAdapter());
    new HangUps().customize(channel.pipeline());
    return channel;
  }
}
