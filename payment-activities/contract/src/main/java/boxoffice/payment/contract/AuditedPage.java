package boxoffice.payment.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found on a page of the books.
 *
 * @param seen things looked at
 * @param next where the next page begins; null where this is the last
 * @param differences what does not agree, each in words that name it
 */
public record AuditedPage(int seen, @Nullable String next, List<String> differences) {

    public AuditedPage {
        differences = List.copyOf(differences);
    }
}
