package boxoffice.payment.provider;

import boxoffice.kernel.Differences;
import boxoffice.payment.domain.PaymentOnBooks;
import boxoffice.payment.provider.BooksAtProvider.Listed;
import boxoffice.payment.provider.BooksAtProvider.Taken;
import boxoffice.payment.store.AuditReads;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds our books of cards against those of the provider, in both directions. */
@Component
public class CardsOnBooks {

    private final Optional<BooksAtProvider> provider;
    private final AuditReads books;

    CardsOnBooks(Optional<BooksAtProvider> provider, AuditReads books) {
        this.provider = provider;
        this.books = books;
    }

    /**
     * A part of the provider's list.
     *
     * @param unknown what it took in our name for nothing that is known here, each in words
     */
    public record Part(int seen, @Nullable String next, List<String> unknown) {}

    /**
     * What the provider says otherwise of this booking's card, in words. A payment under way is not
     * asked for: each side may already be a step further.
     *
     * @throws ProviderFault when the provider could not be asked
     */
    public List<String> differences(PaymentOnBooks payment) {
        var ref = payment.providerRef();
        if (!payment.isSettled()) {
            return List.of();
        }
        if (ref == null) {
            return payment.differencesTo(0, 0);
        }
        if (provider.isEmpty()) {
            return List.of("no provider is set up to ask for " + ref);
        }
        var found = new Differences();
        var taken = provider.get().takenFor(ref);
        if (taken.size() > 1) {
            found.add("the provider took money %d times for %s".formatted(taken.size(), ref));
        }
        found.addAll(
                payment.differencesTo(
                        taken.stream().mapToLong(Taken::captured).sum(),
                        taken.stream().mapToLong(Taken::refunded).sum()));
        return found.found();
    }

    /**
     * Looks for what the provider took in our name and we do not know of.
     *
     * @throws ProviderFault when the provider could not be asked
     */
    public Part list(@Nullable String after) {
        if (provider.isEmpty()) {
            return new Part(0, null, List.of());
        }
        var part = provider.get().taken(after);
        return new Part(part.payments().size(), part.next(), unknown(part));
    }

    /** What carries no payment's name was taken by somebody else with the same account. */
    private List<String> unknown(Listed part) {
        var ours =
                part.payments().stream()
                        .filter(taken -> taken.payment() != null && taken.kept() != 0)
                        .toList();
        var unknown = books.unknownOf(ours.stream().map(Taken::ref).toList());
        return ours.stream()
                .filter(taken -> unknown.contains(taken.ref()))
                .map(taken ->
                        "the provider keeps %d of %s (%s), which is not known here"
                                .formatted(taken.kept(), taken.ref(), taken.payment()))
                .toList();
    }
}
