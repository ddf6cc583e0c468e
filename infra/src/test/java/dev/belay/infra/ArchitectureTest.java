package dev.belay.infra;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import dev.belay.delivery.Deadline;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Unavailable;
import dev.belay.infra.House.Module;
import dev.belay.ingress.IngressHandler;
import dev.belay.press.PerformAction;
import dev.belay.ratelimit.RateLimiter;
import dev.belay.wiring.Wiring;
import dev.belay.wiring.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. Each test is a rule, and its name says which; what is asked of it is read from the repository. */
final class ArchitectureTest {
    /** All production code, and what runs it on one machine. */
    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.belay");

    private static final House HOUSE = House.in(Path.of(".."));
    private static final Set<String> CORE = HOUSE.packages(Room.CORE);

    /** They stand for the outside world and for the machine that runs it, so they have their own time, chance and environment. */
    private static final Set<String> LOCAL = HOUSE.packages(Room.SIMULATORS, Room.LOCAL);

    private static final Set<String> JDK = Set.of("java..", "org.jspecify..");
    private static final Set<String> PLAIN = Set.of(
            "java..",
            "javax.crypto..",
            "javax.net..",
            "javax.security.auth.x500..",
            "org.jspecify..",
            "com.grack.nanojson..");

    /** What protocols and ingress are built of, and what knows none of them. */
    private static final Set<String> BELOW_PROTOCOLS = union(
            HOUSE.packages("adapters/cold-http"),
            HOUSE.packages("adapters/events"),
            HOUSE.packages("adapters/secrets"),
            HOUSE.packages("adapters/signature"));

    private static final Set<String> LAMBDA = Set.of("com.amazonaws.services.lambda.runtime..");

    /** What a module may know beyond what its room may: its client library, or the building block that it stands on. */
    private static final Map<String, Set<String>> BEYOND_ITS_ROOM = Map.of(
            "adapters/aws", Set.of("software.amazon.awssdk.."),
            "adapters/pagerduty", union(HOUSE.packages("adapters/http"), HOUSE.packages("adapters/signature")),
            "adapters/servicenow", HOUSE.packages("adapters/http"),
            "adapters/slack",
                    union(
                            HOUSE.packages("adapters/http"),
                            Set.of("com.slack.api..", "okhttp3..", "okio..", "kotlin..", "com.google.gson..")),
            "adapters/teams", union(HOUSE.packages("adapters/http"), Set.of("com.microsoft.aad.msal4j..")),
            "adapters/teams-protocol", Set.of("com.nimbusds.jose.."),
            "adapters/webhook", union(HOUSE.packages("adapters/http"), HOUSE.packages("adapters/signature")),
            "adapters/events", union(CORE, HOUSE.packages("adapters/signature")),
            "adapters/http", CORE,
            "functions/wiring", HOUSE.packages(Room.SHARED_BY_WORKERS));

    static List<Module> modules() {
        return HOUSE.modules();
    }

    @Test
    void each_package_belongs_to_one_room_and_each_room_has_a_rule() {
        Set<String> imported = PRODUCT.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(HOUSE.gaps(imported)).isEmpty();
        assertThat(HOUSE.modules()).extracting(Module::folder).containsAll(BEYOND_ITS_ROOM.keySet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_knows_itself_and_what_its_room_may_know_only(Module module) {
        classes()
                .that(are(module.packages()))
                .should()
                .onlyDependOnClassesThat(known(module)
                        .or(are(union(module.packages(), beyond(module))))
                        .as("what " + module + " may know"))
                .check(PRODUCT);
    }

    /** What the room of this module may know. */
    private static DescribedPredicate<JavaClass> known(Module module) {
        return switch (Room.of(module.folder()).orElseThrow(() -> new AssertionError(module + " stands in no room"))) {
            case CORE -> are(JDK);
            case BUILDING_BLOCK -> are(PLAIN);
            case PROTOCOL -> are(union(CORE, PLAIN, BELOW_PROTOCOLS));
            case ADAPTER -> are(union(CORE, PLAIN, HOUSE.packages(module.folder() + "-protocol")));
            case INGRESS -> are(union(CORE, PLAIN, LAMBDA, BELOW_PROTOCOLS, HOUSE.packages(Room.PROTOCOL)));
            case SHARED_BY_WORKERS ->
                are(union(CORE, PLAIN, LAMBDA, HOUSE.packages(Room.BUILDING_BLOCK, Room.PROTOCOL, Room.ADAPTER)));
            case WORKER ->
                are(union(
                        CORE,
                        JDK,
                        LAMBDA,
                        HOUSE.packages("adapters/events"),
                        HOUSE.packages("functions/worker"),
                        HOUSE.packages("functions/wiring")));
            case SIMULATORS -> DescribedPredicate.not(resideInAnyPackage("dev.belay.."));
            case LOCAL -> DescribedPredicate.alwaysTrue();
        };
    }

    private static Set<String> beyond(Module module) {
        return BEYOND_ITS_ROOM.getOrDefault(module.folder(), Set.of());
    }

    @Test
    void class_files_of_this_jdk_are_read_whole() {
        assertThat(PRODUCT.size()).isGreaterThan(150);
        assertThat(PRODUCT.get(PerformAction.class).getDirectDependenciesFromSelf())
                .hasSizeGreaterThan(20);
        assertThat(PRODUCT.stream().filter(type -> type.getSimpleName().endsWith("Test")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void adapters_never_meet(Module adapter) {
        Set<String> others = HOUSE.packages(Room.ADAPTER, Room.PROTOCOL);
        others.removeAll(adapter.packages());
        others.removeAll(HOUSE.packages(adapter + "-protocol"));
        noClasses()
                .that(are(union(adapter.packages(), HOUSE.packages(adapter + "-protocol"))))
                .should()
                .dependOnClassesThat(are(others))
                .check(PRODUCT);
    }

    static List<Module> adapters() {
        return HOUSE.in(Room.ADAPTER);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functions_never_depend_on_each_other(Module function) {
        Set<String> others = HOUSE.packages(Room.INGRESS, Room.WORKER);
        others.removeAll(function.packages());
        noClasses()
                .that(are(function.packages()))
                .should()
                .dependOnClassesThat(are(others))
                .check(PRODUCT);
    }

    static List<Module> functions() {
        return Stream.of(Room.INGRESS, Room.WORKER)
                .flatMap(room -> HOUSE.in(room).stream())
                .toList();
    }

    @Test
    void tokens_are_proved_in_one_room() {
        noClasses()
                .that(outside(LOCAL))
                .and(outside(HOUSE.packages("adapters/teams-protocol")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds..")
                .check(PRODUCT);
    }

    /** Beside them an invocation reads X-Ray's header, which the Java runtime tells in no other way. */
    @Test
    void only_wiring_and_the_settings_of_ingress_read_the_environment() {
        noClasses()
                .that(areNot(Environment.class))
                .and(outside(LOCAL))
                .and(DescribedPredicate.not(named("dev.belay.ingress.IngressSettings")))
                .and(DescribedPredicate.not(named("dev.belay.worker.Invocation")))
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .check(PRODUCT);
    }

    @Test
    void only_where_lambda_enters_the_time_is_taken_from_the_machine() {
        noClasses()
                .that(areNot(Wiring.class))
                .and(areNot(IngressHandler.class))
                .and(outside(LOCAL))
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
    }

    @Test
    void only_wiring_rolls_dice() {
        noClasses()
                .that(areNot(Wiring.class))
                .and(outside(LOCAL))
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SecureRandom.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .check(PRODUCT);
    }

    /**
     * Adapters say how an outside system failed, and so do those who read settings and secrets. What adapters ask on their way out, core
     * answers for them: whether the call still fits, whether a limit that another worker met holds.
     */
    @Test
    void the_outside_fails_in_adapters_only() {
        Set<String> onTheEdge = union(
                HOUSE.packages(Room.BUILDING_BLOCK, Room.PROTOCOL, Room.ADAPTER),
                HOUSE.packages("functions/wiring"),
                Set.of(ExternalFailure.class.getPackageName()));
        noClasses()
                .that(outside(onTheEdge))
                .and(areNot(Deadline.class))
                .and(areNot(RateLimiter.class))
                .and(DescribedPredicate.not(named("dev.belay.ingress.CachedSecret")))
                .should(makeExternalFailures())
                .check(PRODUCT);
        for (Class<?> known : List.of(Deadline.class, RateLimiter.class)) {
            assertThat(noClasses()
                            .that(named(known.getName()))
                            .should(makeExternalFailures())
                            .evaluate(PRODUCT)
                            .hasViolation())
                    .as("the rule sees what %s does", known)
                    .isTrue();
        }
    }

    private static ArchCondition<JavaClass> makeExternalFailures() {
        return ArchConditions.callConstructorWhere(JavaCall.Predicates.target(
                        HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(ExternalFailure.class))))
                .or(ArchConditions.callMethod(
                        Unavailable.class, "untilPlace", String.class, String.class, Duration.class))
                .or(ArchConditions.callMethod(Unavailable.class, "notBegun", String.class, Duration.class));
    }

    /** They would be missed when they are first used. */
    @Test
    void nothing_that_ingress_stands_on_knows_what_its_zip_leaves_out() throws IOException {
        Set<String> leftOut = Pattern.compile("<exclude>(dev/belay/[a-z/]+)/\\*\\*</exclude>")
                .matcher(Files.readString(Path.of("../functions/ingress/lambda.xml")))
                .results()
                .map(found -> found.group(1).replace('/', '.') + "..")
                .collect(Collectors.toSet());
        assertThat(leftOut).isNotEmpty();
        Set<String> kept =
                union(HOUSE.packages("functions/ingress"), HOUSE.packages(Room.PROTOCOL, Room.BUILDING_BLOCK));
        Set<JavaClass> needed = PRODUCT.stream().filter(are(kept)).collect(Collectors.toCollection(HashSet::new));
        Deque<JavaClass> unseen = new ArrayDeque<>(needed);
        while (!unseen.isEmpty()) {
            unseen.pop().getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(PRODUCT::contains)
                    .filter(needed::add)
                    .forEach(unseen::push);
        }
        assertThat(needed.stream().filter(are(leftOut))).isEmpty();
    }

    @Test
    void the_product_knows_nothing_of_its_simulators() {
        noClasses()
                .that(outside(LOCAL))
                .should()
                .dependOnClassesThat(are(LOCAL))
                .check(PRODUCT);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.belay.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void no_class_has_a_name_that_says_nothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Base")
                .check(PRODUCT);
    }

    @Test
    void nothing_static_changes() {
        fields().that().areStatic().should().beFinal().check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(
                name, type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    private static DescribedPredicate<JavaClass> areNot(Class<?> type) {
        return DescribedPredicate.not(named(type.getName()));
    }

    private static DescribedPredicate<JavaClass> are(Set<String> packages) {
        return resideInAnyPackage(packages.toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> outside(Set<String> packages) {
        return DescribedPredicate.not(are(packages));
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... packages) {
        Set<String> all = new TreeSet<>();
        for (Set<String> some : packages) {
            all.addAll(some);
        }
        return all;
    }
}
