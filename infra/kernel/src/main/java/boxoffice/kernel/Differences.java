package boxoffice.kernel;

import java.util.ArrayList;
import java.util.List;

/** Collects, in words, where two sides of the same books do not say the same. */
public final class Differences {

    private final List<String> found = new ArrayList<>();

    /** Two sums that must be one, in minor units of the same currency. */
    public Differences unlessSame(String what, long amount, String other, long otherAmount) {
        if (amount != otherAmount) {
            found.add("%s: %d, %s: %d".formatted(what, amount, other, otherAmount));
        }
        return this;
    }

    public Differences add(String difference) {
        found.add(difference);
        return this;
    }

    public Differences addAll(List<String> differences) {
        found.addAll(differences);
        return this;
    }

    public List<String> found() {
        return List.copyOf(found);
    }
}
