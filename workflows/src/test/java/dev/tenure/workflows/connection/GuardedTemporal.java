package dev.tenure.workflows.connection;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a Temporal service in production: it ends TLS, asks for a client certificate
 * or for an API key with the namespace beside it, keeps the operator service to itself, and hands
 * on every other call.
 */
public final class GuardedTemporal implements AutoCloseable {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> NAMESPACE =
      Metadata.Key.of("temporal-namespace", Metadata.ASCII_STRING_MARSHALLER);
  private static final String OPERATOR = "temporal.api.operatorservice";

  /**
   * What the guard demands.
   *
   * @param identity of the server; without one it speaks plaintext
   * @param clients the authority of the client certificates that it demands, if it does
   * @param apiKey the one that it demands, if it does
   * @param namespace the one that every call must name in its header, if it must
   * @param operator whether the operator service is open
   */
  public record Guard(
      TestAuthority.@Nullable Identity identity,
      @Nullable Path clients,
      @Nullable String apiKey,
      @Nullable String namespace,
      boolean operator) {

    /** Nothing: a plain way through. */
    public static Guard none() {
      return new Guard(null, null, null, null, true);
    }

    /** TLS. */
    public Guard with(TestAuthority.Identity server) {
      return new Guard(server, clients, apiKey, namespace, operator);
    }

    /** TLS with client certificates of this authority. */
    public Guard clientsOf(Path authority) {
      return new Guard(identity, authority, apiKey, namespace, operator);
    }

    /** As Temporal Cloud asks: a key and the namespace with every call, no operator service. */
    public Guard cloudKey(String key, String namespaceOfCalls) {
      return new Guard(identity, clients, key, namespaceOfCalls, false);
    }
  }

  private final ManagedChannel behind;
  private final Server server;
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private volatile @Nullable String apiKey;

  private GuardedTemporal(String target, int port, Guard guard) {
    this.apiKey = guard.apiKey();
    this.behind = ManagedChannelBuilder.forTarget(target).usePlaintext().build();
    try {
      this.server = server(port, guard).start();
    } catch (IOException e) {
      behind.shutdownNow();
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Stands before a service on loopback.
   *
   * @param target its host and port, plaintext
   */
  public static GuardedTemporal before(String target, Guard guard) {
    return new GuardedTemporal(target, 0, guard);
  }

  /** Host and port, by the name in the certificates. */
  public String address() {
    return "localhost:" + server.getPort();
  }

  /** Asks for another key from now on. */
  public void demand(String key) {
    apiKey = key;
  }

  /** The methods whose calls were refused, and why, in their order. */
  public List<String> refused() {
    return List.copyOf(refused);
  }

  private Server server(int port, Guard guard) throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(loopback).fallbackHandlerRegistry(everything(guard));
    TestAuthority.Identity identity = guard.identity();
    if (identity != null) {
      SslContextBuilder tls =
          GrpcSslContexts.forServer(identity.certificate().toFile(), identity.key().toFile());
      Path clients = guard.clients();
      if (clients != null) {
        tls.trustManager(clients.toFile()).clientAuth(ClientAuth.REQUIRE);
      }
      builder.sslContext(tls.build());
    }
    return builder.build();
  }

  private HandlerRegistry everything(Guard guard) {
    return new HandlerRegistry() {
      @Override
      public ServerMethodDefinition<byte[], byte[]> lookupMethod(
          String method, @Nullable String authority) {
        MethodDescriptor<byte[], byte[]> bytes =
            MethodDescriptor.newBuilder(Bytes.INSTANCE, Bytes.INSTANCE)
                .setType(MethodType.UNARY)
                .setFullMethodName(method)
                .build();
        return ServerMethodDefinition.create(bytes, guarded(guard, bytes));
      }
    };
  }

  private ServerCallHandler<byte[], byte[]> guarded(
      Guard guard, MethodDescriptor<byte[], byte[]> method) {
    return (call, headers) -> {
      Status objection = objection(guard, method.getFullMethodName(), headers);
      if (objection != null) {
        refused.add(method.getBareMethodName() + ": " + objection.getDescription());
        call.close(objection, new Metadata());
        return new ServerCall.Listener<>() {};
      }
      return new Passage(call, behind.newCall(method, CallOptions.DEFAULT), headers);
    };
  }

  private @Nullable Status objection(Guard guard, String method, Metadata headers) {
    String key = apiKey;
    if (key != null && !("Bearer " + key).equals(headers.get(AUTHORIZATION))) {
      return Status.UNAUTHENTICATED.withDescription("invalid or missing API key");
    }
    if (guard.namespace() != null && !guard.namespace().equals(headers.get(NAMESPACE))) {
      return method.endsWith("/GetSystemInfo")
          ? null
          : Status.PERMISSION_DENIED.withDescription("no temporal-namespace header");
    }
    if (!guard.operator() && method.startsWith(OPERATOR)) {
      return Status.PERMISSION_DENIED.withDescription("Request unauthorized.");
    }
    return null;
  }

  @Override
  public void close() {
    server.shutdownNow();
    behind.shutdownNow();
    try {
      server.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One call that goes through, both ways. */
  private static final class Passage extends ServerCall.Listener<byte[]> {

    private final ClientCall<byte[], byte[]> onward;

    Passage(ServerCall<byte[], byte[]> call, ClientCall<byte[], byte[]> onward, Metadata headers) {
      this.onward = onward;
      onward.start(
          new ClientCall.Listener<>() {
            @Override
            public void onHeaders(Metadata answered) {
              call.sendHeaders(answered);
            }

            @Override
            public void onMessage(byte[] message) {
              call.sendMessage(message);
            }

            @Override
            public void onClose(Status status, Metadata trailers) {
              call.close(status, trailers);
            }
          },
          headers);
      onward.request(2);
      call.request(2);
    }

    @Override
    public void onMessage(byte[] message) {
      onward.sendMessage(message);
    }

    @Override
    public void onHalfClose() {
      onward.halfClose();
    }

    @Override
    public void onCancel() {
      onward.cancel("the caller has gone", null);
    }
  }

  /** Messages as they come. */
  private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
    INSTANCE;

    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
