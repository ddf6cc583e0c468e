package dev.belay.local.world;

import java.io.IOException;
import java.io.OutputStream;

/** What functions print, led to wherever somebody reads it. */
final class Printed extends OutputStream {
    private volatile OutputStream target = OutputStream.nullOutputStream();

    void to(OutputStream other) {
        target = other;
    }

    @Override
    public void write(int one) throws IOException {
        target.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        target.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }
}
