package boxoffice.concert.store;

import boxoffice.concert.domain.ConcertFacts;
import boxoffice.concert.domain.ConcertSetup;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.PromoterId;
import boxoffice.persistence.Timestamps;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Concerts for those who set them up, those without a date on sale too. Null for a promoter is an
 * operator, whom it does not matter whose it is.
 */
@Component
public class ConcertSetups {

    /** Concerts in one list at most. */
    private static final String CONCERTS =
            """
            select concert_id, promoter_id, title, title_en, performers, running_minutes, age_min,
                poster_url, description, buyer_seats_max
            from concerts
            where (:promoter is null or promoter_id = :promoter)
            """;

    private static final String AFTER =
            """
            and (:after is null
                or created_at < (select created_at from concerts where concert_id = :after)
                or (created_at = (select created_at from concerts where concert_id = :after)
                    and concert_id > :after))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConcertSetups(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record SetupRow(
            String concertId,
            String promoterId,
            String title,
            @Nullable String titleEn,
            String performers,
            @Nullable Integer runningMinutes,
            int ageMin,
            @Nullable String posterUrl,
            String description,
            @Nullable Integer buyerSeatsMax) {

        private ConcertSetup setup() {
            return new ConcertSetup(
                    new ConcertId(concertId),
                    new PromoterId(promoterId),
                    new ConcertFacts(
                            title,
                            titleEn,
                            performers,
                            runningMinutes,
                            ageMin,
                            posterUrl,
                            description,
                            buyerSeatsMax));
        }
    }

    /**
     * @return false where there is one of that id, whosever
     */
    @Transactional
    public boolean create(ConcertSetup concert) {
        try {
            write(
                            """
                            insert into concerts
                                (concert_id, promoter_id, title, title_en, performers,
                                 running_minutes, age_min, poster_url, description,
                                 buyer_seats_max, created_at)
                            values
                                (:concertId, :promoterId, :title, :titleEn, :performers,
                                 :runningMinutes, :ageMin, :posterUrl, :description,
                                 :buyerSeatsMax, :now)
                            """,
                            concert.concertId(),
                            concert.facts())
                    .param("promoterId", concert.promoterId().value())
                    .param("now", Timestamps.column(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * Says the concert anew; tickets that are held or sold keep what they said. A limit for buyers
     * can be changed at any time, but begun or ended only while all dates are drafts: it counts
     * from the first seat on.
     *
     * @return false where the limit stood in the way, and nothing was changed
     */
    @Transactional
    public boolean replace(ConcertId concertId, ConcertFacts facts) {
        return write(
                                """
                                update concerts
                                set title = :title, title_en = :titleEn, performers = :performers,
                                    running_minutes = :runningMinutes, age_min = :ageMin,
                                    poster_url = :posterUrl, description = :description,
                                    buyer_seats_max = :buyerSeatsMax
                                where concert_id = :concertId
                                  and ((buyer_seats_max is null) = (:buyerSeatsMax is null)
                                    or not exists (
                                        select 1 from schedules s
                                        where s.concert_id = :concertId and s.state <> 'DRAFT'))
                                """,
                                concertId,
                                facts)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec write(String sql, ConcertId concertId, ConcertFacts facts) {
        return jdbc.sql(sql)
                .param("concertId", concertId.value())
                .param("title", facts.title())
                .param("titleEn", facts.titleEn())
                .param("performers", facts.performers())
                .param("runningMinutes", facts.runningMinutes())
                .param("ageMin", facts.ageMin())
                .param("posterUrl", facts.posterUrl())
                .param("description", facts.description())
                .param("buyerSeatsMax", facts.buyerSeatsMax());
    }

    @Transactional
    public Optional<ConcertSetup> find(ConcertId id, @Nullable PromoterId promoterId) {
        return jdbc.sql(CONCERTS + "and concert_id = :id")
                .param("promoter", Objects.toString(promoterId, null))
                .param("id", id.value())
                .query(DataClassRowMapper.newInstance(SetupRow.class))
                .optional()
                .map(SetupRow::setup);
    }

    /**
     * The newest first.
     *
     * @param after the last one of the page before; null for the first page
     */
    @Transactional
    public List<ConcertSetup> newest(
            @Nullable PromoterId promoterId, @Nullable ConcertId after, int rows) {
        return jdbc
                .sql(CONCERTS + AFTER + "order by created_at desc, concert_id limit :rows")
                .param("promoter", Objects.toString(promoterId, null))
                .param("after", Objects.toString(after, null))
                .param("rows", rows)
                .query(DataClassRowMapper.newInstance(SetupRow.class))
                .list()
                .stream()
                .map(SetupRow::setup)
                .toList();
    }
}
