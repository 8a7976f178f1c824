package boxoffice.order.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Reads rows of {@code orders}; {@link Orders} alone writes them. */
interface OrderRows extends Repository<OrderRow, BookingId> {

    Optional<OrderRow> findByBookingIdAndBuyerId(BookingId bookingId, BuyerId buyerId);

    Optional<OrderRow> findByOrderNumberAndBuyerId(String orderNumber, BuyerId buyerId);

    /** The row, which nobody else can lock or move until the transaction ends. */
    @Query("select * from orders where booking_id = :bookingId for update")
    Optional<OrderRow> lock(BookingId bookingId);

    @Query(
            """
            select * from orders
            where buyer_id = :buyer and (:state is null or state = :state)
            order by opened_at desc, booking_id desc
            limit :limit
            """)
    List<OrderRow> newest(BuyerId buyer, @Nullable String state, int limit);

    @Query(
            """
            select * from orders
            where buyer_id = :buyer and (:state is null or state = :state)
                and (opened_at < :openedAt or (opened_at = :openedAt and booking_id < :last))
            order by opened_at desc, booking_id desc
            limit :limit
            """)
    List<OrderRow> newestAfter(
            BuyerId buyer,
            @Nullable String state,
            LocalDateTime openedAt,
            BookingId last,
            int limit);
}
