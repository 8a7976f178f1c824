package boxoffice.concert;

import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import org.junit.jupiter.api.Test;

/** The document of the REST API; that it is true, every other test over HTTP finds out. */
class ApiDocumentIT {

    @Test
    void isWholeAndKnowsEverySentenceInKorean() {
        ServiceUnderTest.shared(ConcertService.class, Databases.any()).contract().assertSound();
    }
}
