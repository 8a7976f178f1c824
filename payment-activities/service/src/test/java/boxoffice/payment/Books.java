package boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold of all rows at any moment, whatever happened before. */
public final class Books {
    private Books() {}

    public static void balance(RunningService service) {
        assertThat(
                        service.number(
                                """
                                select count(*) from wallets w where w.balance < 0 or w.balance <> (
                                    select coalesce(sum(l.amount), 0) from ledger_entries l
                                    where l.account = concat('wallet:', w.buyer_id))
                                """))
                .as("wallets that are not the sum of their entries")
                .isZero();
        assertThat(
                        service.number(
                                """
                                select count(*) from (
                                    select idempotency_key from ledger_entries
                                    group by idempotency_key
                                    having count(*) <> 2 or sum(amount) <> 0
                                        or count(distinct currency) <> 1) broken
                                """))
                .as("transfers that do not add up to nothing")
                .isZero();
        assertThat(
                        service.number(
                                """
                                select count(*) from payments p
                                where p.state in ('CHARGING', 'REVERSING')
                                    or p.captured - p.refunded - (
                                        select coalesce(sum(r.fee), 0) from refunds r
                                        where r.booking_id = p.booking_id) <> (
                                        select coalesce(sum(l.amount), 0) from ledger_entries l
                                        where l.booking_id = p.booking_id
                                            and l.account = 'bookings')
                                    or (p.captured > 0) <> exists (
                                        select 1 from payment_attempts a
                                        where a.booking_id = p.booking_id
                                            and a.state = 'CHARGED')
                                """))
                .as("payments that are half done, or say another thing than ledger or attempts")
                .isZero();
    }
}
