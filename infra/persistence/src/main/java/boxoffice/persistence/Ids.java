package boxoffice.persistence;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.data.convert.ConverterBuilder;

/** The kernel's ids as they stand in columns: text, compared byte by byte (utf8mb4_bin). */
final class Ids {
    private Ids() {}

    static List<?> converters() {
        return Stream.of(
                        asText(BookingId.class, BookingId::of),
                        asText(BuyerId.class, BuyerId::new),
                        asText(ConcertId.class, ConcertId::new),
                        asText(PromoterId.class, PromoterId::new),
                        asText(ScheduleId.class, ScheduleId::new))
                .flatMap(both -> both.getConverters().stream())
                .toList();
    }

    private static <T> ConverterBuilder.ConverterAware asText(
            Class<T> type, Function<String, T> read) {
        return ConverterBuilder.reading(String.class, type, read).andWriting(Object::toString);
    }
}
