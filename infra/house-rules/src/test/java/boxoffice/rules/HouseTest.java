package boxoffice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house to its rules. */
class HouseTest {

    private static final Rooms ROOMS = new Rooms("boxoffice");

    private static final Map<String, ArchRule> RULES = HouseRules.of(ROOMS);

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOMS.root());

    static Stream<Arguments> rules() {
        return RULES.entrySet().stream().map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void keeps(String name, ArchRule rule) {
        var result = rule.evaluate(HOUSE);
        assertThat(result.getFailureReport().getDetails()).as(name).isEmpty();
    }

    /** A rule over a room that is not there would hold whatever is built. */
    @Test
    void hasEveryRoomThatARuleSpeaksOf() {
        assertThat(ROOMS.all())
                .allSatisfy(room ->
                        assertThat(
                                        HOUSE.stream()
                                                .filter(type -> type.getPackageName().equals(room)))
                                .as(room)
                                .isNotEmpty());
    }
}
