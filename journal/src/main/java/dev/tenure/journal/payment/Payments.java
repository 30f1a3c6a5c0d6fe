package dev.tenure.journal.payment;

import static java.util.Objects.requireNonNull;

import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The payments that were signed, for good. An intent has one at most that is not proven unpaid, and
 * a payer's of 24 hours stay within a limit, whichever worker asks.
 */
@Singleton
public final class Payments {

  private static final Duration DAY = Duration.ofHours(24);

  private static final String OPEN =
      "select * from payments where intent = ? and state in ('signed', 'settled')";

  private static final String CLOSED =
      "select intent from payments where intent = ? and state = 'closed'";

  private final Transactions transactions;

  Payments(Transactions transactions) {
    this.transactions = transactions;
  }

  /** What became of the wish to record a payment. */
  public sealed interface Recording {

    /** It is committed. */
    record Recorded() implements Recording {}

    /** The intent has another one, which may be paid. */
    record Existing(PaymentRow payment) implements Recording {}

    /** The intent was given up: nothing is paid for it any more. */
    record Closed() implements Recording {}

    /** It would be above the limit; so many units are signed for. */
    record AboveTheDay(BigInteger units) implements Recording {}
  }

  /** The payment of an intent that is settled, or may be. */
  public Optional<PaymentRow> find(String intent) {
    return transactions.run(sql -> sql.first(OPEN, Payments::read, intent));
  }

  /**
   * Gives an intent up, unless it has a payment that is settled, or may be: from then on none is
   * recorded for it.
   *
   * @return the payment that stands in the way; empty where the intent is given up
   */
  public Optional<PaymentRow> close(String intent) {
    return transactions.run(
        sql -> {
          while (true) {
            // One statement: whichever of a payment and this takes its place in the index first.
            sql.update(
                """
                insert into payments (intent, nonce, signed_at, state)
                values (?, 'closed', now(), 'closed')
                on conflict do nothing
                """,
                intent);
            Optional<Recording> taken = taken(sql, intent);
            // Nothing is there where a payment was proven unpaid just now.
            if (taken.isPresent()) {
              return taken.get() instanceof Recording.Existing(PaymentRow payment)
                  ? Optional.of(payment)
                  : Optional.empty();
            }
          }
        });
  }

  /**
   * Records a payment, unless its intent has one or was given up, or the day's limit is reached.
   *
   * @param mostUnits that the payer may sign for in the 24 hours before, this payment included
   * @throws dev.tenure.journal.store.JournalUnavailable when it may or may not be recorded: look
   */
  public Recording record(PaymentRow payment, BigInteger mostUnits) {
    return transactions.run(
        sql -> {
          // One after the other for each payer, so that two do not both take what is left of a day.
          sql.call("select pg_advisory_xact_lock(hashtextextended(?, 0))", lock(payment.payer()));
          while (true) {
            Optional<Recording> taken = taken(sql, payment.intent());
            if (taken.isPresent()) {
              return taken.get();
            }
            BigInteger signed = signedSince(sql, payment.payer(), payment.signedAt().minus(DAY));
            if (signed.add(payment.units()).compareTo(mostUnits) > 0) {
              return new Recording.AboveTheDay(signed);
            }
            if (insert(sql, payment) == 1) {
              return new Recording.Recorded();
            }
          }
        });
  }

  /** What has the intent's place. */
  private static Optional<Recording> taken(Sql sql, String intent) throws SQLException {
    Optional<Recording> closed = sql.first(CLOSED, row -> new Recording.Closed(), intent);
    return closed.isPresent()
        ? closed
        : sql.first(OPEN, row -> new Recording.Existing(read(row)), intent);
  }

  private static String lock(String payer) {
    return "tenure payments of " + payer;
  }

  private static int insert(Sql sql, PaymentRow row) throws SQLException {
    return sql.update(
        """
        insert into payments (intent, nonce, payer, payee, scheme, network, asset, token_name,
          token_version, units, x402_version, resource, validity_s, valid_after, valid_before,
          signed_at, state, transaction)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing
        """,
        row.intent(),
        row.nonce(),
        row.payer(),
        row.payee(),
        row.scheme(),
        row.network(),
        row.asset(),
        row.tokenName(),
        row.tokenVersion(),
        new BigDecimal(row.units()),
        row.x402Version(),
        row.resource(),
        row.validity().toSeconds(),
        row.validAfter(),
        row.validBefore(),
        row.signedAt(),
        row.state().wire(),
        row.transaction());
  }

  /** The money moved; the first hash that was told stays. */
  public void settled(String intent, String nonce, @Nullable String transaction) {
    transactions.run(
        sql ->
            sql.update(
                "update payments set state = 'settled', transaction = coalesce(transaction, ?)"
                    + " where intent = ? and nonce = ?",
                transaction,
                intent,
                nonce));
  }

  /** The money did not move, and cannot; what is settled stays so. */
  public void unpaid(String intent, String nonce) {
    transactions.run(
        sql ->
            sql.update(
                "update payments set state = 'unpaid'"
                    + " where intent = ? and nonce = ? and state = 'signed'",
                intent,
                nonce));
  }

  /** What a payer signed for since then and that is not proven unpaid. */
  public BigInteger signedSince(String payer, Instant since) {
    return transactions.run(sql -> signedSince(sql, payer, since));
  }

  private static BigInteger signedSince(Sql sql, String payer, Instant since) throws SQLException {
    return sql.first(
            "select coalesce(sum(units), 0) as units from payments"
                + " where payer = ? and signed_at > ? and state <> 'unpaid'",
            row -> row.getBigDecimal("units").toBigIntegerExact(),
            payer,
            since)
        .orElse(BigInteger.ZERO);
  }

  private static PaymentRow read(ResultSet row) throws SQLException {
    return new PaymentRow(
        row.getString("intent"),
        row.getString("nonce"),
        row.getString("payer"),
        row.getString("payee"),
        row.getString("scheme"),
        row.getString("network"),
        row.getString("asset"),
        row.getString("token_name"),
        row.getString("token_version"),
        row.getBigDecimal("units").toBigIntegerExact(),
        row.getInt("x402_version"),
        row.getString("resource"),
        Duration.ofSeconds(row.getLong("validity_s")),
        requireNonNull(Sql.instant(row, "valid_after")),
        requireNonNull(Sql.instant(row, "valid_before")),
        requireNonNull(Sql.instant(row, "signed_at")),
        PaymentState.of(row.getString("state")),
        row.getString("transaction"));
  }
}
