package boxoffice.persistence;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.ScheduleId;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** The kernel's ids as they stand in columns: text, compared byte by byte (utf8mb4_bin). */
final class Ids {
    private Ids() {}

    static List<Converter<?, ?>> converters() {
        return List.of(
                BookingIdOut.INSTANCE,
                BookingIdIn.INSTANCE,
                BuyerIdOut.INSTANCE,
                BuyerIdIn.INSTANCE,
                ConcertIdOut.INSTANCE,
                ConcertIdIn.INSTANCE,
                ScheduleIdOut.INSTANCE,
                ScheduleIdIn.INSTANCE);
    }

    @WritingConverter
    enum BookingIdOut implements Converter<BookingId, String> {
        INSTANCE;

        @Override
        public String convert(BookingId id) {
            return id.toString();
        }
    }

    @ReadingConverter
    enum BookingIdIn implements Converter<String, BookingId> {
        INSTANCE;

        @Override
        public BookingId convert(String text) {
            return BookingId.of(text);
        }
    }

    @WritingConverter
    enum BuyerIdOut implements Converter<BuyerId, String> {
        INSTANCE;

        @Override
        public String convert(BuyerId id) {
            return id.toString();
        }
    }

    @ReadingConverter
    enum BuyerIdIn implements Converter<String, BuyerId> {
        INSTANCE;

        @Override
        public BuyerId convert(String text) {
            return new BuyerId(text);
        }
    }

    @WritingConverter
    enum ConcertIdOut implements Converter<ConcertId, String> {
        INSTANCE;

        @Override
        public String convert(ConcertId id) {
            return id.toString();
        }
    }

    @ReadingConverter
    enum ConcertIdIn implements Converter<String, ConcertId> {
        INSTANCE;

        @Override
        public ConcertId convert(String text) {
            return new ConcertId(text);
        }
    }

    @WritingConverter
    enum ScheduleIdOut implements Converter<ScheduleId, String> {
        INSTANCE;

        @Override
        public String convert(ScheduleId id) {
            return id.toString();
        }
    }

    @ReadingConverter
    enum ScheduleIdIn implements Converter<String, ScheduleId> {
        INSTANCE;

        @Override
        public ScheduleId convert(String text) {
            return new ScheduleId(text);
        }
    }
}
