import java.util.Set;
import java.util.UUID;
import stranger.ApiClient;
import stranger.ApiException;
import stranger.api.BookingApi;
import stranger.api.OrderApi;
import stranger.model.BookingBookRequest;
import stranger.model.BookingBookingView;
import stranger.model.BookingPayRequest;
import stranger.model.OrderOrderConfirmed;

/**
 * A stranger to Boxoffice who has its OpenAPI document alone: holds a seat, pays for it with points
 * and reads the order, by a client that openapi-generator made.
 *
 * <p>Arguments: the address, a token, a schedule and a seat of it. Says the order's id last.
 */
final class BooksASeat {
    private BooksASeat() {}

    private static final int ASKS_MAX = 60;

    public static void main(String[] arguments) throws Exception {
        var client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + arguments[1]));
        var bookings = new BookingApi(client);
        var seats = Set.of(arguments[3]);

        var wanted = new BookingBookRequest().scheduleId(arguments[2]).seats(seats);
        var held = bookings.bookingBook(UUID.randomUUID().toString(), wanted, null, "wait=10");
        check(held.getSeats().getFirst().getSeatNo().equals(arguments[3]), "holds the seat");

        var id = held.getBookingId().toString();
        var points = new BookingPayRequest().method(BookingPayRequest.MethodEnum.POINTS);
        var paid = bookings.bookingPay(id, UUID.randomUUID().toString(), points);
        // Under way is an answer, too: what became of it is the booking's status.
        for (var ask = 0; ask < ASKS_MAX && !isConfirmed(paid); ask++) {
            Thread.sleep(500);
            paid = bookings.bookingShow(id, null, null);
        }
        check(isConfirmed(paid), "is confirmed");

        var order = new OrderApi(client).orderShow(id).getActualInstance();
        check(order instanceof OrderOrderConfirmed, "has a confirmed order");
        var confirmed = (OrderOrderConfirmed) order;
        check(confirmed.getLines().getFirst().getSeatNo().equals(arguments[3]), "has its line");

        try {
            bookings.bookingBook(UUID.randomUUID().toString(), wanted, null, null);
            throw new AssertionError("the seat was sold twice");
        } catch (ApiException taken) {
            check(taken.getCode() == 409, "is told that the seat is taken");
            check(taken.getResponseBody().contains("\"seats-taken\""), "is told so by a code");
        }
        System.out.println(confirmed.getOrderId());
    }

    private static boolean isConfirmed(BookingBookingView booking) {
        return booking.getStatus().getValue().equals("CONFIRMED");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("not so: " + what);
        }
    }
}
