package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each function may do is what it did: the permissions that were needed while all tests and stories of {@code local/command}
 * played, which ran before this module, against the template's, both ways.
 */
final class PermissionsTest {
    private static final Path NEEDED = Path.of("../local/command/target/permissions");
    private static final String STACK = "S";
    private static final Map<String, String> PARAMETERS =
            Map.of("SettingsParameter", "/belay/local/settings", "AlarmTopicArn", "alarms");

    /** A secret of each workspace, tenant or instance; an ARN's own six characters are those of one secret. */
    private static final String EACH = "/*";

    private static final String ONE = "-??????";

    static List<TemplateFunction> functions() {
        return Template.read().functions();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_may_do_what_it_did_and_nothing_else(TemplateFunction function) throws IOException {
        Set<String> allowed = function.permissions(STACK, PARAMETERS).stream()
                .map(permission ->
                        permission.action() + " " + permission.resource().replaceFirst("^S[-/]", ""))
                .map(permission -> permission.endsWith(ONE)
                        ? permission.substring(0, permission.length() - ONE.length())
                        : permission)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> needed = needed(function.name()).stream()
                .map(permission -> ofEach(permission, allowed))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(allowed).isEqualTo(needed);
    }

    /** As the permission is granted, where it is for a secret of each workspace, tenant or instance. */
    private static String ofEach(String permission, Set<String> allowed) {
        String each = permission.substring(0, Math.max(0, permission.lastIndexOf('/'))) + EACH;
        return allowed.contains(each) ? each : permission;
    }

    private static Set<String> needed(String function) throws IOException {
        assertThat(NEEDED)
                .as("the tests of local/command have run: build this module with all, not alone")
                .isDirectory();
        Set<String> needed = new TreeSet<>();
        try (Stream<Path> files = Files.list(NEEDED)) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith(function + " "))
                        .map(line -> line.substring(function.length() + 1))
                        .forEach(needed::add);
            }
        }
        return needed;
    }
}
