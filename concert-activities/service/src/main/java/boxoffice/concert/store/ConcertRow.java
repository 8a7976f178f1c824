package boxoffice.concert.store;

import boxoffice.concert.domain.Concert;
import boxoffice.kernel.ConcertId;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("concerts")
record ConcertRow(@Id ConcertId concertId, String title) {

    Concert concert() {
        return new Concert(concertId, title);
    }
}
