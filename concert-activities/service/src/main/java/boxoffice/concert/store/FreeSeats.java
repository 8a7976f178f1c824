package boxoffice.concert.store;

import boxoffice.concert.domain.PriceGrade;
import boxoffice.concert.domain.SeatCounts;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import com.github.benmanes.caffeine.cache.AsyncCacheLoader;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How many seats of a date are free: counted, never kept in a row, for a counter that every hold
 * must write would be the busiest row of all. One count serves all readers for half a second, and
 * whoever comes while it is being counted waits for that one, so that a number is at most a second
 * old with what the counting and the way take.
 */
@Component
public class FreeSeats {

    private static final Duration KEPT = Duration.ofMillis(500);
    private static final int DATES_KEPT_MAX = 10_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final AsyncLoadingCache<ScheduleId, SeatCounts> counts;

    FreeSeats(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        counts =
                Caffeine.newBuilder()
                        .maximumSize(DATES_KEPT_MAX)
                        .expireAfterWrite(KEPT)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .buildAsync(AsyncCacheLoader.<ScheduleId, SeatCounts>bulk(this::countAll));
    }

    /** The counts of all these dates; those not counted yet in one statement. */
    public Map<ScheduleId, SeatCounts> of(Collection<ScheduleId> schedules) {
        try {
            return counts.getAll(schedules).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private record CountRow(
            String scheduleId,
            String grade,
            long priceAmount,
            String priceCurrency,
            int seats,
            int freeSeats) {

        private PriceGrade priceGrade() {
            return new PriceGrade(grade, new Money(priceAmount, priceCurrency), seats, freeSeats);
        }
    }

    private Map<ScheduleId, SeatCounts> countAll(Set<? extends ScheduleId> schedules) {
        var asOf = clock.instant();
        var rows =
                transaction.execute(_ ->
                        jdbc.sql(
                                        """
                                        select schedule_id, grade, price_amount,
                                            price_currency, count(*) as seats,
                                            sum(case when state = 'FREE' then 1 else 0 end)
                                                as free_seats
                                        from seats
                                        where schedule_id in (:ids)
                                        group by schedule_id, grade, price_amount,
                                            price_currency
                                        order by price_amount desc, grade, price_currency
                                        """)
                                .param("ids", schedules.stream().map(ScheduleId::value).toList())
                                .query(DataClassRowMapper.newInstance(CountRow.class))
                                .list());
        var grades =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        CountRow::scheduleId,
                                        Collectors.mapping(
                                                CountRow::priceGrade, Collectors.toList())));
        var counted = new HashMap<ScheduleId, SeatCounts>();
        schedules.forEach(id ->
                counted.put(id, new SeatCounts(asOf, grades.getOrDefault(id.value(), List.of()))));
        return counted;
    }
}
