package boxoffice.concert.store;

import boxoffice.concert.domain.GradeRule;
import boxoffice.concert.domain.PresaleRule;
import boxoffice.concert.domain.ScheduleDraft;
import boxoffice.concert.domain.ScheduleTerms;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a date: its own, its seats, its presales. */
@Component
class ScheduleWrites {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    ScheduleWrites(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException where there is one of that id
     */
    void insert(ConcertId concertId, ScheduleDraft draft, Instant now) {
        rules(
                        """
                        insert into schedules
                            (schedule_id, concert_id, venue_id, map_version, state, starts_at,
                             sale_opens_at, sale_closes_at, hold_seconds, fee_policy_id,
                             fee_policy_version, buyer_seats_max, waiting_room, orphan_rule,
                             created_at)
                        values
                            (:scheduleId, :concertId, :venueId, :mapVersion, 'DRAFT', :startsAt,
                             :opensAt, :closesAt, :holdSeconds, :feePolicyId,
                             :feePolicyVersion, :buyerSeatsMax, :waitingRoom, :orphanRule, :now)
                        """,
                        draft.scheduleId(),
                        draft.rules())
                .param("concertId", concertId.value())
                .param("venueId", draft.venueId())
                .param("mapVersion", draft.mapVersion())
                .param("now", Timestamps.column(now))
                .update();
    }

    /** Writes the rules of a date whose row this transaction has locked. */
    void update(ScheduleId scheduleId, ScheduleTerms rules) {
        rules(
                        """
                        update schedules
                        set starts_at = :startsAt, sale_opens_at = :opensAt,
                            sale_closes_at = :closesAt, hold_seconds = :holdSeconds,
                            fee_policy_id = :feePolicyId, fee_policy_version = :feePolicyVersion,
                            buyer_seats_max = :buyerSeatsMax, waiting_room = :waitingRoom,
                            orphan_rule = :orphanRule
                        where schedule_id = :scheduleId
                        """,
                        scheduleId,
                        rules)
                .update();
    }

    private JdbcClient.StatementSpec rules(String sql, ScheduleId scheduleId, ScheduleTerms rules) {
        return jdbc.sql(sql)
                .param("scheduleId", scheduleId.value())
                .param("startsAt", Timestamps.column(rules.startsAt()))
                .param("opensAt", Timestamps.column(rules.saleOpensAt()))
                .param("closesAt", Timestamps.column(rules.saleClosesAt()))
                .param("holdSeconds", rules.holdSeconds())
                .param("feePolicyId", rules.feePolicyId())
                .param("feePolicyVersion", rules.feePolicyVersion())
                .param("buyerSeatsMax", rules.buyerSeatsMax())
                .param("waitingRoom", rules.waitingRoom())
                .param("orphanRule", rules.orphanRule());
    }

    /**
     * Makes the date's seats from the map: those that a grade names, and those of its sections that
     * no grade names. One statement a grade.
     *
     * @return how many
     */
    int insertSeats(ScheduleDraft draft) {
        var named = new ArrayList<>(List.of(""));
        draft.grades().forEach(grade -> named.addAll(grade.seatNos()));
        return draft.grades().stream().mapToInt(grade -> insertSeats(draft, grade, named)).sum();
    }

    private int insertSeats(ScheduleDraft draft, GradeRule grade, List<String> named) {
        return jdbc.sql(
                        """
                        insert into seats
                            (schedule_id, seat_no, section, row_no, number_in_row, grade,
                             price_amount, price_currency, kind, companion_of, aisle_after,
                             nearness)
                        select :scheduleId, m.seat_no, m.section, m.row_no, m.number_in_row, :grade,
                            :amount, :currency, m.kind, m.companion_of, m.aisle_after, m.nearness
                        from map_seats m
                        where m.venue_id = :venueId and m.version = :version
                          and (m.seat_no in (:seatNos)
                            or m.section in (:sections) and m.seat_no not in (:named))
                        """)
                .param("scheduleId", draft.scheduleId().value())
                .param("grade", grade.grade())
                .param("amount", grade.price().amount())
                .param("currency", grade.price().currency())
                .param("venueId", draft.venueId())
                .param("version", draft.mapVersion())
                // An empty list is no SQL; nothing is called by no name.
                .param("seatNos", grade.seatNos().isEmpty() ? List.of("") : grade.seatNos())
                .param("sections", grade.sections().isEmpty() ? List.of("") : grade.sections())
                .param("named", named)
                .update();
    }

    void insertPresales(ScheduleId scheduleId, List<PresaleRule> presales) {
        for (var presale : presales) {
            jdbc.sql(
                            """
                            insert into presales
                                (schedule_id, presale_id, name, opens_at, closes_at, quota,
                                 code_seats_max)
                            values (:scheduleId, :presaleId, :name, :opensAt, :closesAt, :quota,
                                :codeSeatsMax)
                            """)
                    .param("scheduleId", scheduleId.value())
                    .param("presaleId", presale.presaleId())
                    .param("name", presale.name())
                    .param("opensAt", Timestamps.column(presale.opensAt()))
                    .param("closesAt", Timestamps.column(presale.closesAt()))
                    .param("quota", presale.quota())
                    .param("codeSeatsMax", presale.codeSeatsMax())
                    .update();
            batches.batchUpdate(
                    """
                    insert into presale_codes (schedule_id, code_hash, presale_id)
                    values (?, ?, ?)
                    """,
                    presale.codeHashes(),
                    BATCH,
                    (row, hash) -> {
                        row.setString(1, scheduleId.value());
                        row.setString(2, hash);
                        row.setString(3, presale.presaleId());
                    });
        }
    }
}
