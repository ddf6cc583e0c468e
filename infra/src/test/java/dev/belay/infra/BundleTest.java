package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** A link to a file of ours. */
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

    /** A file that stands in words, such as {@code infra/servicenow/build}. */
    private static final Pattern PATH =
            Pattern.compile("`((?:infra|docs|local|functions|adapters|core|\\.ci)/[A-Za-z0-9_./-]*[A-Za-z0-9_-])`");

    private static final Pattern PROOF = Pattern.compile("`(sha256sum --check[^`]*)`");

    @TempDir
    private Path checkout;

    @BeforeEach
    void a_checkout_that_was_built() throws IOException {
        assertThat(run("tar -C " + ROOT + " --exclude=target --exclude=node_modules --exclude=.belay --exclude=.git"
                        + " --exclude='*/src/test' -cf - . | tar -C " + checkout + " -xf -"))
                .isEqualTo(new ToolRun(0, ""));
        for (String zip : ZIPS) {
            Files.createDirectories(checkout.resolve(zip).getParent());
            Files.writeString(checkout.resolve(zip), "zip of " + zip);
            Files.writeString(checkout.resolve(zip.replace(".zip", ".cdx.json")), "SBOM of " + zip);
        }
        Files.createDirectories(checkout.resolve("target"));
        assertThat(run("cd " + checkout + " && git init --quiet && git add --all"
                                + " && sha256sum functions/*/target/* > target/SHA256SUMS")
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

    /** A release may be made on a person's machine, where what git ignores may be secret. */
    @Test
    void the_archive_has_what_git_keeps_but_tests_and_nothing_that_lies_beside_it() throws IOException {
        List<String> kept = List.of("local/command/src/main/resources/new.txt", "docs/new.md");
        List<String> tests =
                List.of("core/src/test/java/NewTest.java", "local/command/src/test/resources/deep/new.txt");
        List<String> beside = List.of("infra/samconfig.toml", "docs/belay-setup/event-key.txt", "local/key.pem");
        for (String file : Stream.of(kept, tests).flatMap(List::stream).toList()) {
            write(file);
        }
        assertThat(run("cd " + checkout + " && git add --all").status()).isZero();
        for (String file : beside) {
            write(file);
        }
        Path unpacked = unpacked();
        assertThat(kept).allSatisfy(file -> assertThat(unpacked.resolve(file)).exists());
        assertThat(tests).noneSatisfy(file -> assertThat(unpacked.resolve(file)).exists());
        assertThat(beside)
                .noneSatisfy(file -> assertThat(unpacked.resolve(file)).exists());
    }

    private void write(String file) throws IOException {
        Files.createDirectories(checkout.resolve(file).getParent());
        Files.writeString(checkout.resolve(file), "new");
    }

    @Test
    void where_git_does_not_say_what_belongs_into_it_there_is_no_archive() throws IOException {
        assertThat(run("rm -rf " + checkout + "/.git")).isEqualTo(new ToolRun(0, ""));
        ToolRun refused = bundle("v" + version());
        assertThat(refused.status()).isOne();
        assertThat(refused.output()).contains("bundle: this is no checkout");
        assertThat(checkout.resolve("target/release")).doesNotExist();
    }

    /** Setup is built from it, and reads the manifests; whoever follows README opens what it names. */
    @Test
    void the_archive_has_all_that_readme_and_the_documents_name() throws IOException {
        Path unpacked = unpacked();
        Set<String> named = new TreeSet<>();
        for (Path document : documents()) {
            String text = Files.readString(document);
            LINK.matcher(text)
                    .results()
                    .forEach(link -> named.add(ROOT.relativize(
                                    document.resolveSibling(link.group(1)).normalize())
                            .toString()));
            PATH.matcher(text)
                    .results()
                    .map(path -> path.group(1))
                    .filter(path -> !path.contains("/target/")) // what a build makes
                    .forEach(named::add);
        }
        assertThat(named)
                .contains(
                        "infra/servicenow/build",
                        "infra/setup.example.json",
                        "infra/settings.schema.json",
                        "SECURITY.md")
                .allSatisfy(name -> assertThat(unpacked.resolve(name)).exists());
        assertThat(run("cd " + unpacked + " && ./belay help setup").output()).contains("install Belay step by step");
        assertThat(unpacked.resolve("infra/servicenow/build")).isExecutable();
    }

    @Test
    void whoever_fetched_the_archive_alone_can_prove_it_as_the_document_says() throws IOException {
        assertThat(bundle("v" + version())).isEqualTo(new ToolRun(0, ""));
        Matcher said = PROOF.matcher(Files.readString(ROOT.resolve("docs/upgrade.md")));
        assertThat(said.find()).isTrue();
        Path fetched = Files.createDirectories(checkout.resolve("target/fetched"));
        for (String part : List.of("SHA256SUMS", "belay-" + version() + ".tar.gz")) {
            Files.copy(checkout.resolve("target/release").resolve(part), fetched.resolve(part));
        }
        ToolRun proved = run("cd " + fetched + " && " + said.group(1));
        assertThat(proved).isEqualTo(new ToolRun(0, "belay-" + version() + ".tar.gz: OK\n"));
        Files.writeString(fetched.resolve("belay-" + version() + ".tar.gz"), "!", StandardOpenOption.APPEND);
        assertThat(run("cd " + fetched + " && " + said.group(1)).status()).isOne();
    }

    /** All that a person reads who deploys. */
    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"));
                Stream<Path> infra = Files.walk(ROOT.resolve("infra"), 2)) {
            return Stream.of(Stream.of(ROOT.resolve("README.md")), docs, infra)
                    .flatMap(each -> each)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private Path unpacked() throws IOException {
        assertThat(bundle("v" + version())).isEqualTo(new ToolRun(0, ""));
        Path release = checkout.resolve("target/release");
        assertThat(run("cd " + release + " && tar xzf belay-" + version() + ".tar.gz")
                        .status())
                .isZero();
        return release.resolve("belay-" + version());
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
