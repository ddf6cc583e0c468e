package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of a worker a snapshot may not hold, because every process that goes on from it would have the same. */
final class SnapshotTest {
    private static final Set<String> PRODUCT = House.in(Path.of(".."))
            .packages(
                    Room.CORE,
                    Room.BUILDING_BLOCK,
                    Room.PROTOCOL,
                    Room.ADAPTER,
                    Room.INGRESS,
                    Room.SHARED_BY_WORKERS,
                    Room.WORKER);

    private static final List<Class<?>> OF_ONE_PROCESS =
            List.of(RandomGenerator.class, UUID.class, Clock.class, Socket.class);

    /** For the test of the test. */
    private static final UUID FIXED = new UUID(0, 0);

    @Test
    void no_static_field_is_a_name_a_clock_a_connection_or_randomness_of_one_process() {
        List<JavaField> fields =
                fields(ArchitectureTest.PRODUCT.stream().filter(type -> PRODUCT.contains(type.getPackageName())));
        assertThat(fields).hasSizeGreaterThan(500);
        assertThat(fields.stream().filter(SnapshotTest::isOfOneProcess)).isEmpty();
    }

    @Test
    void such_a_field_would_be_found() {
        assertThat(FIXED).isNotNull();
        assertThat(fields(new ClassFileImporter().importClasses(SnapshotTest.class).stream()).stream()
                        .filter(SnapshotTest::isOfOneProcess))
                .extracting(JavaField::getName)
                .containsExactly("FIXED");
    }

    private static List<JavaField> fields(Stream<JavaClass> types) {
        return types.flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .toList();
    }

    private static boolean isOfOneProcess(JavaField field) {
        return Stream.concat(Stream.of(field.getRawType()), field.getAllInvolvedRawTypes().stream())
                .anyMatch(type -> OF_ONE_PROCESS.stream().anyMatch(type::isAssignableTo));
    }
}
