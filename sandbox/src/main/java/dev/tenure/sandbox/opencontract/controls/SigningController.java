package dev.tenure.sandbox.opencontract.controls;

import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.http.PaymentHeaders;
import dev.tenure.sandbox.opencontract.rules.Payments;
import dev.tenure.sandbox.opencontract.signature.PlayWallet;
import dev.tenure.sandbox.opencontract.signature.TransferAuthorization;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Signs with wallets to play with, so that the marketplace can be tried with curl. A client that is
 * tested signs by itself.
 */
@Controller(OpenContractPath.CONTROLS + "/play-wallets/{name}")
@Consumes(MediaType.ALL)
record SigningController(OpenContractWorld world, PaymentHeaders headers) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
  private static final int SKEW_SECONDS = 600;
  private static final int LIFETIME_SECONDS = 60;
  private static final int NONCE_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** {@code {"address": …}}. */
  @Serdeable
  record Holder(String address) {}

  /** {@code {"signature": …}}. */
  @Serdeable
  record Signed(String address, String signature) {}

  /** A text that is to be signed. */
  @Serdeable
  @Strict
  record Message(@Required String message) implements RequestBody {}

  /** A quote that is to be paid: the value of the header Payment-Required. */
  @Serdeable
  @Strict
  record Quoted(@Required String quote) implements RequestBody {}

  /** The header that pays a quote: a value for PAYMENT-SIGNATURE. */
  @Serdeable
  record Payment(String header) {}

  @Get
  Holder read(String name) {
    return new Holder(wallet(name).address());
  }

  /** Signs a text (EIP-191). */
  @Post("/sign")
  Signed sign(String name, @Body Message message) {
    PlayWallet wallet = wallet(name);
    return new Signed(wallet.address(), wallet.sign(message.message()));
  }

  /** Signs the transfer that a quote asks for (EIP-3009), with a nonce of its own. */
  @Post("/pay")
  Payment pay(String name, @Body Quoted quoted) {
    PlayWallet wallet = wallet(name);
    PaymentHeaders.Asked asked = headers.asked(quoted.quote());
    long now = world.clock().wall().getEpochSecond();
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    TransferAuthorization transfer =
        new TransferAuthorization(
            wallet.address(),
            asked.payTo(),
            asked.amount(),
            BigInteger.valueOf(now - SKEW_SECONDS),
            BigInteger.valueOf(now + LIFETIME_SECONDS),
            "0x" + HexFormat.of().formatHex(nonce));
    return new Payment(headers.paying(transfer, wallet.sign(transfer, Payments.TOKEN)));
  }

  private static PlayWallet wallet(String name) {
    InvalidRequest.require(
        NAME.matcher(name).matches(), "name", "must be of small letters, digits and dashes");
    return PlayWallet.named(name);
  }
}
