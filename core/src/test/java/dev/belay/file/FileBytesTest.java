package dev.belay.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.delivery.Delivery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class FileBytesTest {
    private static final byte[] TEN = new byte[10];
    private Duration left = FileBytes.LIFE;

    private boolean read(FileBytes bytes) {
        try {
            bytes.readAllBytes();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private FileBytes begun() {
        return Delivery.of("m", Instant.EPOCH, () -> left).run(() -> new FileBytes(new ByteArrayInputStream(TEN), 10));
    }

    @Test
    void as_many_as_were_said_are_whole() {
        FileBytes bytes = new FileBytes(new ByteArrayInputStream(TEN), 10);
        assertThat(read(bytes)).isTrue();
        assertThat(bytes.isWhole()).isTrue();
        assertThat(bytes.passed()).isEqualTo(10);
    }

    @Test
    void fewer_or_more_than_were_said_are_broken() {
        for (long said : new long[] {9, 11}) {
            FileBytes bytes = new FileBytes(new ByteArrayInputStream(TEN), said);
            assertThat(read(bytes)).isFalse();
            assertThat(bytes.isBroken()).isTrue();
            assertThat(bytes.isWhole()).isFalse();
        }
    }

    @Test
    void they_are_cut_when_the_time_is_nearly_over_and_take_too_long_if_they_had_all_of_it() {
        FileBytes whole = begun();
        left = Duration.ofMinutes(5);
        FileBytes late = begun();
        left = Duration.ofSeconds(44);
        assertThat(read(whole)).isFalse();
        assertThat(read(late)).isFalse();
        assertThat(whole.takesTooLong()).isTrue();
        assertThat(late.takesTooLong()).isFalse();
        assertThat(late.isWhole()).isFalse();
        assertThat(late.isBroken()).isFalse();
    }

    @Test
    void a_source_that_fails_is_told_from_a_sink_that_does() {
        FileBytes bytes = new FileBytes(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("as told");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        return read();
                    }
                },
                10);
        assertThatThrownBy(() -> {
                    try {
                        bytes.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .hasRootCauseMessage("as told");
        assertThat(bytes.isBroken()).isTrue();
    }
}
