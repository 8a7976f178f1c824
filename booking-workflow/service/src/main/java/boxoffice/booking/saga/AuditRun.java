package boxoffice.booking.saga;

import boxoffice.booking.contract.Audit;
import boxoffice.booking.contract.AuditProgress;
import boxoffice.booking.contract.AuditReport;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit: part by part of the books, by page, until all is looked at. */
public final class AuditRun implements Audit {

    /** A part of the books. */
    interface Part {
        /** For the report, and to be found again when the audit goes on in a new run. */
        String name();

        /**
         * Looks at one page.
         *
         * @param after where the page before ended; null for the first
         * @return where this one ended; null where it was the last
         */
        @Nullable String lookAt(@Nullable String after, Findings findings);
    }

    private static final List<Part> PARTS = parts();

    private final Findings findings = new Findings();

    private static List<Part> parts() {
        var parts = new ArrayList<Part>(Arrays.asList(OpenRowsAudit.values()));
        parts.add(new MoneyAudit());
        parts.addAll(Arrays.asList(PaymentBooksAudit.values()));
        return List.copyOf(parts);
    }

    @Override
    public AuditReport audit(@Nullable AuditProgress progress) {
        @Nullable String after = null;
        var rest = PARTS;
        if (progress != null) {
            findings.goOn(progress.soFar());
            after = progress.after();
            rest = PARTS.subList(indexOf(progress.part()), PARTS.size());
        }
        for (var part : rest) {
            lookAt(part, after);
            after = null;
        }
        return findings.report();
    }

    private static int indexOf(String part) {
        return PARTS.stream().map(Part::name).toList().indexOf(part);
    }

    private void lookAt(Part part, @Nullable String start) {
        var after = part.lookAt(start, findings);
        while (after != null) {
            if (Workflow.getInfo().isContinueAsNewSuggested()) {
                Workflow.newContinueAsNewStub(Audit.class)
                        .audit(new AuditProgress(part.name(), after, findings.report()));
            }
            after = part.lookAt(after, findings);
        }
    }
}
