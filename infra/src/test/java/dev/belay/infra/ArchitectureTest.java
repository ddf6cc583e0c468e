package dev.belay.infra;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.belay.ingress.IngressHandler;
import dev.belay.press.PerformAction;
import dev.belay.wiring.Environment;
import dev.belay.wiring.Wiring;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. Each test is a rule, and its name says which. */
final class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.belay");

    private static final String[] CORE = {
        "dev.belay.action..",
        "dev.belay.address..",
        "dev.belay.cache..",
        "dev.belay.card..",
        "dev.belay.chat..",
        "dev.belay.conversation..",
        "dev.belay.event..",
        "dev.belay.failure..",
        "dev.belay.health..",
        "dev.belay.link..",
        "dev.belay.person..",
        "dev.belay.platform..",
        "dev.belay.press..",
        "dev.belay.ratelimit..",
        "dev.belay.record..",
        "dev.belay.settings..",
        "dev.belay.step..",
        "dev.belay.team..",
        "dev.belay.text.."
    };
    private static final String[] PROTOCOLS = {
        "dev.belay.aws.protocol..",
        "dev.belay.servicenow.protocol..",
        "dev.belay.slack.protocol..",
        "dev.belay.teams.protocol.."
    };

    /** What protocols and ingress are built of, and what knows none of them. */
    private static final String[] BELOW_PROTOCOLS = {
        "dev.belay.coldhttp..", "dev.belay.events..", "dev.belay.signature.."
    };

    private static final String[] PLAIN = {
        "java..",
        "javax.crypto..",
        "javax.net..",
        "javax.security.auth.x500..",
        "org.jspecify..",
        "com.grack.nanojson.."
    };
    private static final String[] LAMBDA = {"com.amazonaws.services.lambda.runtime.."};

    /** They stand for the outside world and for the machine that runs it, so they have their own time, chance and environment. */
    private static final String[] LOCAL = {"dev.belay.local..", "dev.belay.simulator.."};

    @Test
    void class_files_of_this_jdk_are_read_whole() {
        assertThat(PRODUCT.size()).isGreaterThan(150);
        assertThat(PRODUCT.get(PerformAction.class).getDirectDependenciesFromSelf())
                .hasSizeGreaterThan(20);
        assertThat(PRODUCT.stream().filter(type -> type.getSimpleName().endsWith("Test")))
                .isEmpty();
    }

    @Test
    void core_depends_on_the_jdk_and_jspecify_only() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(all(CORE, "java..", "org.jspecify..")))
                .check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "servicenow", "slack", "teams"})
    void adapters_never_meet(String adapter) {
        String[] others = Stream.of("aws", "servicenow", "slack", "teams")
                .filter(other -> !other.equals(adapter))
                .map(other -> "dev.belay." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("dev.belay." + adapter + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(PRODUCT);
    }

    @ParameterizedTest
    @CsvSource({
        "aws, software.amazon.awssdk..",
        "servicenow, dev.belay.http..",
        "slack, 'com.slack.api..,okhttp3..,okio..,kotlin..,com.google.gson..'",
        "teams, 'dev.belay.http..,com.microsoft.aad.msal4j..'"
    })
    void an_adapter_depends_on_core_and_on_its_own_client_library_only(String adapter, String libraries) {
        classes()
                .that()
                .resideInAPackage("dev.belay." + adapter + "..")
                .and(resideOutsideOfPackages(PROTOCOLS))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        all(all(CORE, PLAIN), all(libraries.split(",", -1), "dev.belay." + adapter + ".."))))
                .check(PRODUCT);
    }

    @Test
    void the_http_of_adapters_knows_none_of_them() {
        classes()
                .that()
                .resideInAPackage("dev.belay.http..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(all(all(CORE, PLAIN), "dev.belay.http..")))
                .check(PRODUCT);
    }

    @ParameterizedTest
    @CsvSource({"coldhttp", "signature"})
    void tls_and_signatures_know_nothing_of_belay(String room) {
        classes()
                .that()
                .resideInAPackage("dev.belay." + room + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(all(PLAIN, "dev.belay." + room + "..")))
                .check(PRODUCT);
    }

    @Test
    void queue_messages_know_core_and_how_a_hash_is_made() {
        classes()
                .that()
                .resideInAPackage("dev.belay.events..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(all(all(CORE, PLAIN), "dev.belay.events..", "dev.belay.signature..")))
                .check(PRODUCT);
    }

    @Test
    void a_protocol_needs_no_sdk() {
        classes()
                .that()
                .resideInAnyPackage(PROTOCOLS)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        all(all(CORE, PLAIN), all(all(PROTOCOLS, BELOW_PROTOCOLS), "com.nimbusds.jose.."))))
                .check(PRODUCT);
    }

    @Test
    void tokens_are_proved_in_one_room() {
        noClasses()
                .that(resideOutsideOfPackages(LOCAL))
                .and(resideOutsideOfPackages("dev.belay.teams.protocol"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds..")
                .check(PRODUCT);
    }

    @Test
    void a_worker_depends_on_core_on_its_messages_and_on_what_all_workers_share() {
        classes()
                .that()
                .resideInAnyPackage("dev.belay.incidentopened..", "dev.belay.cardaction..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(all(
                                all(CORE, LAMBDA),
                                "java..",
                                "org.jspecify..",
                                "dev.belay.events..",
                                "dev.belay.worker..",
                                "dev.belay.wiring.."))
                        .or(samePackage("dev.belay.incidentopened"))
                        .or(samePackage("dev.belay.cardaction")))
                .check(PRODUCT);
    }

    @Test
    void the_reader_of_settings_knows_no_worker_and_no_wiring() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.belay.document..", "dev.belay.worker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.belay.wiring..", "dev.belay.incidentopened..", "dev.belay.cardaction..")
                .check(PRODUCT);
    }

    @Test
    void functions_never_depend_on_each_other() {
        slices().matching("dev.belay.(ingress|incidentopened|cardaction)..")
                .should()
                .notDependOnEachOther()
                .check(PRODUCT);
    }

    @Test
    void ingress_depends_on_core_and_protocols_and_not_on_wiring() {
        classes()
                .that()
                .resideInAPackage("dev.belay.ingress..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(all(
                        all(all(CORE, PLAIN), all(PROTOCOLS, BELOW_PROTOCOLS)), all(LAMBDA, "dev.belay.ingress.."))))
                .check(PRODUCT);
    }

    @Test
    void only_wiring_and_the_settings_of_ingress_read_the_environment() {
        noClasses()
                .that(areNot(Environment.class))
                .and(resideOutsideOfPackages(LOCAL))
                .and(DescribedPredicate.not(named("dev.belay.ingress.IngressSettings")))
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
                .and(resideOutsideOfPackages(LOCAL))
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
                .and(resideOutsideOfPackages(LOCAL))
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

    @Test
    void simulators_know_nothing_of_the_product() {
        noClasses()
                .that()
                .resideInAPackage("dev.belay.simulator..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.belay..").and(resideOutsideOfPackages("dev.belay.simulator..")))
                .check(PRODUCT);
    }

    @Test
    void the_product_knows_nothing_of_its_simulators() {
        noClasses()
                .that(resideOutsideOfPackages(LOCAL))
                .should()
                .dependOnClassesThat(resideInAnyPackage(LOCAL))
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

    private static DescribedPredicate<JavaClass> samePackage(String name) {
        return resideInAnyPackage(name + "..");
    }

    private static String[] all(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
