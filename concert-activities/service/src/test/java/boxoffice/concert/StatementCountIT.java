package boxoffice.concert;

import static boxoffice.concert.House.booking;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.SqlServer;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a command costs: statements as the server itself counts them, the commit included. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class StatementCountIT {

    private final SqlServer server;
    private final House house;

    StatementCountIT(SqlServer server) {
        this.server = server;
        house = new House(RunningService.shared(server), "A-1", "A-2");
    }

    @BeforeEach
    void warmUp() {
        house.release(booking());
    }

    @Test
    void aHoldIsRowSeatsPricesAndCommit() throws SQLException {
        assertThat(questions(() -> house.hold(booking(), "A-1", "A-2"))).isEqualTo(4);
    }

    @Test
    void aSaleIsRowSeatsAndCommit() throws SQLException {
        var booking = booking();
        house.hold(booking, "A-1", "A-2");

        assertThat(questions(() -> house.sell(booking, "A-1", "A-2"))).isEqualTo(3);
    }

    @Test
    void aReleaseIsRowSeatsAndCommit() throws SQLException {
        var booking = booking();
        house.hold(booking, "A-1", "A-2");

        assertThat(questions(() -> house.release(booking))).isEqualTo(3);
    }

    @Test
    void releasingWhatIsSoldIsLockSeatsRowAndCommit() throws SQLException {
        var booking = booking();
        house.hold(booking, "A-1", "A-2");
        house.sell(booking, "A-1", "A-2");

        assertThat(questions(() -> house.releaseSold(booking, "A-1"))).isEqualTo(4);
    }

    @Test
    void aRefusalIsRowSeatsReasonRowAndCommit() throws SQLException {
        house.hold(booking(), "A-1");

        assertThat(questions(() -> house.hold(booking(), "A-1"))).isEqualTo(5);
    }

    @Test
    void aRefusalThatGivesSeatsBackIsOneMore() throws SQLException {
        house.hold(booking(), "A-1");

        assertThat(questions(() -> house.hold(booking(), "A-1", "A-2"))).isEqualTo(6);
    }

    private long questions(Runnable work) throws SQLException {
        return Questions.during(server, work);
    }
}
