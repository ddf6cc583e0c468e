package dev.belay.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.record.NoteReference;
import dev.belay.text.HostileText;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNameTest {
    private static final NoteReference REFERENCE = NoteReference.of("a");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report.pdf | report.pdf",
                "../../etc/passwd | _._etc_passwd",
                "C:\\boot.ini | C__boot.ini",
                ".bashrc | bashrc",
                "a. | a",
                "... | file",
                "con.txt | file con.txt",
                "COM1 | file COM1",
                "résumé 1.pdf | résumé 1.pdf",
                "[code]<b>.html | _code__b_.html",
                "a^ORstate=1.txt | a_ORstate_1.txt",
                "日本語.txt | 日本語.txt",
                "archive.tar.gz | archive.tar.gz"
            })
    void a_name_from_outside_is_no_more_than_a_name(String called, String fits) {
        assertThat(FileName.of(called).value()).isEqualTo(fits);
    }

    @Test
    void a_turned_ending_is_shown_as_it_is() {
        assertThat(FileName.of("invoice\u202Efdp.exe").value()).isEqualTo("invoicefdp.exe");
    }

    @Test
    void what_is_made_fit_stays_fit_and_short_whatever_it_was() {
        long seed = 20_261_130L;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String called = random.ints(random.nextInt(160), 0, 0x500)
                    .mapToObj(Character::toString)
                    .reduce("", String::concat);
            FileName once = FileName.of(called);
            assertThat(FileName.of(once.value())).as("seed %s, %s", seed, i).isEqualTo(once);
            assertThat(once.value())
                    .as("seed %s, %s", seed, i)
                    .doesNotContain("/", "\\", "\n", "^")
                    .hasSizeBetween(1, 105);
            FileName tagged = once.with(REFERENCE);
            assertThat(tagged.value()).contains("(" + REFERENCE.value() + ")").hasSizeLessThanOrEqualTo(100);
        }
        for (HostileText hostile : HostileText.values()) {
            assertThat(FileName.of(hostile.text()).value()).isNotEmpty();
        }
    }

    @Test
    void a_reference_stands_before_the_ending() {
        assertThat(FileName.of("a.tar.gz").with(REFERENCE).value()).isEqualTo("a.tar (" + REFERENCE.value() + ").gz");
        assertThat(FileName.of("README").with(REFERENCE).value()).isEqualTo("README (" + REFERENCE.value() + ")");
    }
}
