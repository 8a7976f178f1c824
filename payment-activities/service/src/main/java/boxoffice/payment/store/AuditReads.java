package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingsQuery;
import boxoffice.payment.domain.PaymentOnBooks;
import boxoffice.payment.domain.PaymentOnBooks.Accounts;
import boxoffice.payment.domain.PaymentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The books, to be audited. Each page is one statement, and so a picture of one moment: what moves
 * meanwhile cannot look like a difference.
 */
@Component
public class AuditReads {

    private static final String PAYMENTS =
            """
            select p.booking_id, p.state, p.currency, p.captured, p.refunded, p.charged_back,
                p.provider_ref,
                (select count(distinct a.attempt) from payment_attempts a
                    where a.booking_id = p.booking_id and a.state = 'CHARGED') charged_attempts,
                coalesce(sum(if(l.account like 'wallet:%%', l.amount, 0)), 0) wallets,
                coalesce(sum(if(l.account = 'cards' and l.cause <> 'DISPUTE', l.amount, 0)), 0)
                    cards,
                coalesce(sum(if(l.account = 'cards' and l.cause = 'DISPUTE', l.amount, 0)), 0)
                    chargebacks,
                coalesce(sum(if(l.account = 'outside', l.amount, 0)), 0) outside,
                coalesce(sum(if(l.account = 'bookings', l.amount, 0)), 0) bookings,
                coalesce(sum(if(l.account = 'fees', l.amount, 0)), 0) fees,
                (select coalesce(sum(r.points + if(r.state = 'DONE', r.card, 0)), 0)
                    from refunds r where r.booking_id = p.booking_id) returned,
                (select coalesce(sum(r.fee), 0)
                    from refunds r where r.booking_id = p.booking_id) refund_fees,
                (select count(*) from refunds r
                    where r.booking_id = p.booking_id and r.state = 'OWED') owed
            from payments p
            left join ledger_entries l on l.booking_id = p.booking_id
            where p.amount is not null and %s
            group by p.booking_id
            order by p.booking_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    AuditReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The payments that were ever tried, by booking. */
    @Transactional
    public List<PaymentOnBooks> page(BookingsQuery query) {
        return jdbc.sql(PAYMENTS.formatted("p.booking_id > :after"))
                .param("after", query.afterText())
                .param("limit", query.limit())
                .query(AuditReads::read)
                .list();
    }

    /** Those of these bookings that somebody has tried to pay for. */
    @Transactional
    public List<PaymentOnBooks> of(Collection<BookingId> bookings) {
        if (bookings.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(PAYMENTS.formatted("p.booking_id in (:bookings)"))
                .param("bookings", bookings.stream().map(BookingId::toString).toList())
                .param("limit", bookings.size())
                .query(AuditReads::read)
                .list();
    }

    private static PaymentOnBooks read(ResultSet row, int number) throws SQLException {
        return new PaymentOnBooks(
                BookingId.of(row.getString("booking_id")),
                PaymentState.valueOf(row.getString("state")),
                row.getString("currency"),
                row.getLong("captured"),
                row.getLong("refunded"),
                row.getLong("charged_back"),
                row.getString("provider_ref"),
                row.getInt("charged_attempts"),
                new Accounts(
                        row.getLong("wallets"),
                        row.getLong("cards"),
                        row.getLong("outside"),
                        row.getLong("bookings"),
                        row.getLong("fees"),
                        row.getLong("chargebacks")),
                new PaymentOnBooks.Refunds(
                        row.getLong("returned"), row.getLong("refund_fees"), row.getInt("owed")));
    }

    /** A wallet and what the ledger says of it. */
    public record WalletOnBooks(String buyerId, long balance, long entries) {}

    /**
     * The wallets, by their owner.
     *
     * @param after the last owner of the page before; null for the first page
     */
    @Transactional
    public List<WalletOnBooks> wallets(@Nullable String after, int limit) {
        return jdbc.sql(
                        """
                        select w.buyer_id, w.balance, (
                            select coalesce(sum(l.amount), 0) from ledger_entries l
                            where l.account = concat('wallet:', w.buyer_id)) entries
                        from wallets w where w.buyer_id > :after
                        order by w.buyer_id limit :limit
                        """)
                .param("after", Objects.toString(after, ""))
                .param("limit", limit)
                .query((row, number) ->
                        new WalletOnBooks(
                                row.getString("buyer_id"),
                                row.getLong("balance"),
                                row.getLong("entries")))
                .list();
    }

    /** Which of the provider's references belong to no payment and no top-up of ours. */
    @Transactional
    public List<String> unknownOf(Collection<String> refs) {
        if (refs.isEmpty()) {
            return List.of();
        }
        var known =
                jdbc.sql(
                                """
                                select provider_ref from payments where provider_ref in (:refs)
                                union select provider_ref from top_ups where provider_ref in (:refs)
                                """)
                        .param("refs", refs)
                        .query(String.class)
                        .set();
        return refs.stream().filter(ref -> !known.contains(ref)).toList();
    }
}
