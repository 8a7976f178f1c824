package boxoffice.concert.store;

import boxoffice.kernel.ConcertId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Reads rows of {@code concerts}. */
interface ConcertRows extends Repository<ConcertRow, ConcertId> {

    Optional<ConcertRow> findByConcertId(ConcertId concertId);

    List<ConcertRow> findAllByOrderByTitle(Limit limit);
}
