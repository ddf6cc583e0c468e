package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release is made of, tried with stand-ins for what {@code ./belay build} builds; releases are made on Linux, with GNU tar. */
@EnabledOnOs(OS.LINUX)
final class BundleTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> ZIPS = Template.read().functions().stream()
            .map(function -> function.properties().at("CodeUri").text())
            .toList();

    @TempDir
    private Path checkout;

    @BeforeEach
    void a_checkout_that_was_built() throws IOException {
        for (String file : List.of(
                ".ci/bundle", "template.yaml", "pom.xml", "samconfig.example.toml", "LICENSE", "CHANGELOG.md")) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.copy(ROOT.resolve(file), checkout.resolve(file));
        }
        for (String zip : ZIPS) {
            Files.createDirectories(checkout.resolve(zip).getParent());
            Files.writeString(checkout.resolve(zip), "zip of " + zip);
            Files.writeString(checkout.resolve(zip.replace(".zip", ".cdx.json")), "SBOM of " + zip);
        }
        Files.createDirectories(checkout.resolve("target"));
        assertThat(run("cd " + checkout + " && sha256sum functions/*/target/* > target/SHA256SUMS")
                        .status())
                .isZero();
    }

    private static ToolRun run(String script) {
        return ToolRun.of(List.of("bash", "-c", script), Map.of());
    }

    private ToolRun bundle(String tag) {
        return run(checkout.resolve(".ci/bundle") + " " + tag + " target/release");
    }

    private static String version() throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve("pom.xml"))) {
            return lines.filter(line -> line.startsWith("  <version>"))
                    .map(line -> line.replaceAll("</?version>|\\s", ""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void the_archive_has_the_template_and_each_zip_where_the_template_says() throws IOException {
        assertThat(bundle("v" + version())).isEqualTo(new ToolRun(0, ""));
        Path release = checkout.resolve("target/release");
        String archive = "belay-" + version() + ".tar.gz";
        assertThat(run("cd " + release + " && sha256sum --check --quiet SHA256SUMS && tar xzf " + archive
                                + " && cd belay-" + version() + " && sha256sum --check --quiet target/SHA256SUMS")
                        .status())
                .isZero();
        Path unpacked = release.resolve("belay-" + version());
        assertThat(ZIPS).hasSize(8).allSatisfy(zip -> {
            assertThat(unpacked.resolve(zip)).hasContent("zip of " + zip);
            assertThat(unpacked.resolve(zip.replace(".zip", ".cdx.json"))).hasContent("SBOM of " + zip);
            assertThat(release.resolve(Path.of(zip).getFileName())).exists();
        });
        assertThat(unpacked.resolve("template.yaml")).hasSameTextualContentAs(Template.FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v0.0.0", "main"})
    void a_tag_that_is_not_the_version_is_refused(String tag) {
        ToolRun refused = bundle(tag);
        assertThat(refused.status()).isOne();
        assertThat(refused.output()).contains("bundle: the tag is " + tag + ", and pom.xml has the version ");
    }

    @Test
    void what_was_changed_after_the_build_is_not_released() throws IOException {
        Files.writeString(checkout.resolve(ZIPS.getFirst()), "!", StandardOpenOption.APPEND);
        ToolRun refused = bundle("v" + version());
        assertThat(refused.status()).isOne();
        assertThat(refused.output()).contains("what was built is not what target/SHA256SUMS says");
        assertThat(checkout.resolve("target/release")).doesNotExist();
    }
}
