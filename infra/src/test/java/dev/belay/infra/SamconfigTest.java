package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of SAM's configuration deploys what the template has, and asks nothing. */
final class SamconfigTest {
    private static final Pattern OVERRIDE = Pattern.compile("^  (# )?\"([A-Za-z]+)=([^\"]*)\",", Pattern.MULTILINE);
    private static final Template TEMPLATE = Template.read();

    private static String text() throws IOException {
        return Files.readString(Path.of("../samconfig.example.toml"));
    }

    private static String section(String environment) throws IOException {
        String text = text();
        int begin = text.indexOf("[" + environment + ".deploy.parameters]");
        int end = text.indexOf("\n[", begin + 1);
        return text.substring(begin, end < 0 ? text.length() : end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "prod"})
    void it_names_the_template_and_asks_nothing(String environment) throws IOException {
        assertThat(section(environment).lines().map(line -> line.replaceAll(" +#.*", "")))
                .contains(
                        "template_file = \"template.yaml\"",
                        "confirm_changeset = false",
                        "fail_on_empty_changeset = false")
                .anyMatch(line -> line.startsWith("tags = "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "prod"})
    void what_it_gives_is_enough(String environment) throws IOException {
        Map<String, String> given = new HashMap<>();
        OVERRIDE.matcher(section(environment))
                .results()
                .filter(found -> found.group(1) == null)
                .forEach(found -> given.put(found.group(2), found.group(3)));
        assertThat(Decided.objections(TEMPLATE.tree(), given)).isEmpty();
        Tree parameters = TEMPLATE.tree().at("Parameters");
        assertThat(given.keySet())
                .containsAll(parameters.names().stream()
                        .filter(name -> !parameters.at(name, "Default").isThere())
                        .toList());
    }

    @Test
    void every_parameter_that_it_shows_is_the_templates_and_takes_the_value() throws IOException {
        Tree parameters = TEMPLATE.tree().at("Parameters");
        List<String[]> shown = OVERRIDE.matcher(text())
                .results()
                .map(found -> new String[] {found.group(2), found.group(3)})
                .toList();
        assertThat(shown).hasSizeGreaterThan(12).allSatisfy(pair -> {
            assertThat(parameters.names()).contains(pair[0]);
            Tree pattern = parameters.at(pair[0], "AllowedPattern");
            if (pattern.isThere()) {
                boolean list = parameters.at(pair[0], "Type").text().equals("CommaDelimitedList");
                assertThat(list ? List.of(pair[1].split(",", -1)) : List.of(pair[1]))
                        .allMatch(value -> value.matches(pattern.text()));
            }
        });
    }
}
