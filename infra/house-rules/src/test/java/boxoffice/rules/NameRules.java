package boxoffice.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What things are called, and what each package has to say of itself. */
final class NameRules {
    private NameRules() {}

    private static final Pattern EMPTY_WORDS =
            Pattern.compile(".*(Dto|DTO|Model|Utils?|Manager|Helper)s?");

    private static final String TRADE_WORD = "seat";

    static Map<String, ArchRule> of(Rooms rooms) {
        return Map.of(
                "no class is a Dto, Model, Util, Manager or Helper",
                classes()
                        .that()
                        .resideInAPackage(rooms.root() + "..")
                        .should(haveNamesThatSaySomething()),
                "libraries and the gateway do not know the word seat",
                classes()
                        .that()
                        .resideInAnyPackage(
                                rooms.under("kernel"),
                                rooms.under("temporal"),
                                rooms.under("persistence"),
                                rooms.under("web"),
                                rooms.under("gateway"),
                                rooms.under("testing"))
                        .should(notNameWhatIsSold()),
                "every package says why it exists and is null-marked",
                classes()
                        .that()
                        .resideInAPackage(rooms.root() + "..")
                        .should(lieInNullMarkedPackages()));
    }

    private static ArchCondition<JavaClass> haveNamesThatSaySomething() {
        return new ArchCondition<>("have names that say something") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (EMPTY_WORDS.matcher(type.getSimpleName()).matches()) {
                    violated(events, type, type.getName() + " has a name that says nothing");
                }
            }
        };
    }

    private static ArchCondition<JavaClass> notNameWhatIsSold() {
        return new ArchCondition<>("not name what is sold") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(
                                Stream.of(type.getSimpleName()),
                                type.getMembers().stream().map(JavaMember::getName))
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains(TRADE_WORD))
                        .forEach(name ->
                                violated(
                                        events,
                                        type,
                                        type.getName() + " knows of a seat: " + name));
            }
        };
    }

    private static ArchCondition<JavaClass> lieInNullMarkedPackages() {
        return new ArchCondition<>("lie in a package with a null-marked package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked =
                        type.getPackage()
                                .tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class))
                                .orElse(false);
                if (!marked) {
                    violated(
                            events,
                            type,
                            type.getName()
                                    + " lies in a package without a null-marked package-info");
                }
            }
        };
    }

    private static void violated(ConditionEvents events, JavaClass type, String message) {
        events.add(SimpleConditionEvent.violated(type, message));
    }
}
