package boxoffice.rules;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;

/** All rules over compiled classes, by name. */
final class HouseRules {
    private HouseRules() {}

    static Map<String, ArchRule> of(Rooms rooms) {
        var all = new TreeMap<String, ArchRule>();
        all.putAll(Arrows.of(rooms));
        all.putAll(SagaRules.of(rooms));
        all.putAll(NameRules.of(rooms));
        return all;
    }
}
