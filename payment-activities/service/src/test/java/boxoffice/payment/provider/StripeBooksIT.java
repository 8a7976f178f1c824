package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.Money;
import boxoffice.payment.provider.BooksAtProvider.Taken;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The provider's own list, read through the sandbox. */
class StripeBooksIT {

    private static final Money PRICE = Money.won(110_000);
    private static final Sandbox SANDBOX = new Sandbox(5);

    private final PaymentGateway gateway = SANDBOX.gateway();
    private final BooksAtProvider books = SANDBOX.books();

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    private String opened(String payment) {
        return gateway.open(payment, PRICE);
    }

    private String paid(String payment) {
        var ref = opened(payment);
        assertThat(gateway.charge(ref, 1, PRICE, "pm_card_visa"))
                .isEqualTo(new ChargeAnswer.Captured());
        return ref;
    }

    @Test
    void tellsWhatWasTakenAndGivenBackForAPayment() {
        var payment = Sandbox.payment();
        var ref = paid(payment);
        gateway.refund(ref, payment + "/refund", Money.won(30_000));
        var charge = ref.replaceFirst("pi_", "ch_");
        assertThat(books.takenFor(ref))
                .containsExactly(new Taken(charge, ref, payment, 110_000, 30_000));
    }

    @Test
    void tellsNothingOfWhatTookNothing() {
        var ref = opened(Sandbox.payment());
        assertThat(books.takenFor(ref)).isEmpty();
        gateway.charge(ref, 1, PRICE, "pm_card_chargeDeclined");
        assertThat(books.takenFor(ref)).isEmpty();
    }

    @Test
    void listsEverythingPageByPage() {
        var refs = IntStream.range(0, 130).mapToObj(_ -> paid(Sandbox.payment())).toList();
        var listed = new ArrayList<String>();
        @Nullable String after = null;
        var pages = 0;
        do {
            var part = books.taken(after);
            part.payments().forEach(taken -> listed.add(taken.ref()));
            after = part.next();
            pages++;
        } while (after != null);
        assertThat(pages).isGreaterThan(1);
        assertThat(listed).containsAll(refs).doesNotHaveDuplicates();
    }

    @Test
    void isAFaultWhereTheProviderCannotBeAsked() {
        try (var gone = new Sandbox(5)) {
            var there = gone.books();
            gone.close();
            assertThatThrownBy(() -> there.takenFor("pi_1")).isInstanceOf(ProviderFault.class);
        }
    }
}
