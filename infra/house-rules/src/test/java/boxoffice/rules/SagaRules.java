package boxoffice.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What keeps the saga replayable: it is run again from its history, in another process and perhaps
 * much later, and must then decide the same. So nothing comes in that could answer differently.
 */
final class SagaRules {
    private SagaRules() {}

    private static final Set<String> FORBIDDEN_CLASSES =
            Set.of(
                    "java.lang.Thread",
                    "java.lang.ThreadLocal",
                    "java.lang.System",
                    "java.lang.Runtime",
                    "java.lang.Process",
                    "java.lang.ProcessBuilder",
                    "java.lang.ProcessHandle",
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.Timer",
                    "java.time.Clock",
                    "org.slf4j.LoggerFactory");

    private static final Set<String> FORBIDDEN_CALLS =
            Set.of(
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID",
                    "java.util.Collections.shuffle",
                    "java.util.Collection.parallelStream",
                    "java.util.stream.Stream.parallel");

    /** Their order differs from one process to the next. */
    private static final Set<String> UNORDERED_CALLS =
            Set.of(
                    "java.util.Set.of",
                    "java.util.Set.copyOf",
                    "java.util.Map.of",
                    "java.util.Map.ofEntries",
                    "java.util.Map.copyOf",
                    "java.util.HashMap.<init>",
                    "java.util.HashSet.<init>",
                    "java.util.IdentityHashMap.<init>",
                    "java.util.stream.Collectors.toSet",
                    "java.util.stream.Collectors.toMap",
                    "java.util.stream.Collectors.groupingBy");

    static Map<String, ArchRule> of(Rooms rooms) {
        var saga = rooms.under("booking", "saga");
        return Map.of(
                "the saga knows contracts and the workflow SDK alone",
                classes()
                        .that()
                        .resideInAPackage(saga)
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(company(rooms))),
                "the saga has no clock, random, thread or log factory",
                noClasses()
                        .that()
                        .resideInAPackage(saga)
                        .should()
                        .dependOnClassesThat(
                                describe("answer differently at each run", SagaRules::isForbidden)),
                "the saga asks neither time nor chance",
                noClasses()
                        .that()
                        .resideInAPackage(saga)
                        .should()
                        .accessTargetWhere(
                                describe("time or chance is asked", SagaRules::isTimeOrChance)),
                "the saga keeps no set or map without an order",
                noClasses()
                        .that()
                        .resideInAPackage(saga)
                        .should()
                        .accessTargetWhere(
                                describe(
                                        "the order differs between processes",
                                        access -> UNORDERED_CALLS.contains(nameOf(access)))));
    }

    /** I/O, Spring and everything else is out because it is not in. */
    private static String[] company(Rooms rooms) {
        return Stream.concat(
                        Stream.of(rooms.each(Rooms.SERVICES, "contract")),
                        Stream.of(
                                rooms.under("booking", "saga"),
                                rooms.under("kernel"),
                                "io.temporal.workflow..",
                                "io.temporal.activity..",
                                "io.temporal.common..",
                                "io.temporal.failure..",
                                "io.temporal.api.enums..",
                                "org.slf4j",
                                "java.lang..",
                                "java.util..",
                                "java.time..",
                                "org.jspecify.."))
                .toArray(String[]::new);
    }

    private static boolean isForbidden(JavaClass type) {
        return FORBIDDEN_CLASSES.contains(type.getName())
                || type.getPackageName().startsWith("java.util.concurrent")
                || type.getPackageName().startsWith("java.util.random");
    }

    private static boolean isTimeOrChance(JavaAccess<?> access) {
        return FORBIDDEN_CALLS.contains(nameOf(access))
                || (access.getTargetOwner().getPackageName().equals("java.time")
                        && access.getName().equals("now"));
    }

    private static String nameOf(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getName();
    }
}
