package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much one type of the product may hold at once: what is wider is several things that have no name yet. */
final class WidthTest {
    private static final int MOST_COMPONENTS = 10;
    private static final int MOST_PARAMETERS = 7;

    /** What the compiler hands to each constant of an enum before what is written: its name and its place. */
    private static final int OF_EACH_CONSTANT = 2;

    private static final Set<String> PRODUCT = House.in(Path.of(".."))
            .packages(
                    Room.CORE,
                    Room.BUILDING_BLOCK,
                    Room.PROTOCOL,
                    Room.ADAPTER,
                    Room.INGRESS,
                    Room.SHARED_BY_WORKERS,
                    Room.WORKER);

    /** A record for the test of the test. */
    private record Wide(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k) {
        Wide(int a, int b, int c, int d, int e, int f, int g, int h) {
            this(a, b, c, d, e, f, g, h, 0, 0, 0);
        }
    }

    /** An enum at the limit. */
    private enum Full {
        ONE(1, 2, 3, 4, 5, 6, 7);

        private final int sum;

        Full(int a, int b, int c, int d, int e, int f, int g) {
            sum = a + b + c + d + e + f + g;
        }
    }

    @Test
    void no_record_of_the_product_has_more_than_ten_components() {
        assertThat(product().filter(JavaClass::isRecord)).hasSizeGreaterThan(100);
        assertThat(product().flatMap(WidthTest::wideRecord)).isEmpty();
    }

    @Test
    void no_constructor_of_the_product_has_more_than_seven_parameters() {
        assertThat(product().flatMap(WidthTest::wideConstructors)).isEmpty();
    }

    @Test
    void a_record_and_a_constructor_that_are_wider_are_named_with_their_width() {
        JavaClasses samples = new ClassFileImporter().importClasses(Wide.class, Full.class);
        assertThat(Full.ONE.sum).isEqualTo(28);
        assertThat(new Wide(1, 2, 3, 4, 5, 6, 7, 8).h()).isEqualTo(8);
        assertThat(samples.stream().flatMap(WidthTest::wideRecord))
                .containsExactly("dev.belay.infra.WidthTest$Wide: 11 components");
        assertThat(samples.stream().flatMap(WidthTest::wideConstructors))
                .containsExactly("dev.belay.infra.WidthTest$Wide: 8 parameters");
    }

    private static Stream<JavaClass> product() {
        return ArchitectureTest.PRODUCT.stream().filter(type -> PRODUCT.contains(type.getPackageName()));
    }

    private static Stream<String> wideRecord(JavaClass type) {
        return type.isRecord() && components(type) > MOST_COMPONENTS
                ? Stream.of(type.getName() + ": " + components(type) + " components")
                : Stream.empty();
    }

    /** What is written of a record's components is no constructor of its own, and a local class is handed what it captures. */
    private static Stream<String> wideConstructors(JavaClass type) {
        if (type.isAnonymousClass() || type.isLocalClass()) {
            return Stream.empty();
        }
        return type.getConstructors().stream()
                .filter(constructor -> !constructor.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaConstructor::getRawParameterTypes)
                .filter(parameters -> !isCanonical(type, parameters))
                .map(parameters -> parameters.size() - (type.isEnum() ? OF_EACH_CONSTANT : 0))
                .filter(width -> width > MOST_PARAMETERS)
                .map(width -> type.getName() + ": " + width + " parameters");
    }

    private static boolean isCanonical(JavaClass type, List<JavaClass> parameters) {
        return type.isRecord() && parameters.size() == components(type);
    }

    private static long components(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .count();
    }
}
