package boxoffice.payment;

import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import org.junit.jupiter.api.Test;

/** The document of the REST API; that it is true, every other test over HTTP finds out. */
class ApiDocumentIT {

    private static final String[] ONLY_WITH_STRIPE = {
        "webhook-not-expected",
        "webhook-unsigned",
        "webhook-signature-wrong",
        "webhook-too-old",
        "webhook-malformed",
        "webhook-of-another-account",
        "webhook-not-done"
    };

    @Test
    void isWholeAndKnowsEverySentenceInKorean() {
        ServiceUnderTest.shared(PaymentService.class, Databases.any())
                .contract()
                .assertSound(ONLY_WITH_STRIPE);
    }
}
