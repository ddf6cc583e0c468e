package dev.belay.simulator.aws.dynamodb.store;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A file to which each event is appended as one line of JSON before it takes effect. A line without its end was being written
 * when the run was killed: nobody was told of its event, so it is dropped. At the start the file is written anew, with what is
 * left of it, beside the old one and then in its place.
 */
final class JournalFile implements Journal {
    private static final String NAME = "dynamodb.journal";

    private final Path file;
    private final FileChannel lock;
    private OutputStream out;

    private JournalFile(Path folder) throws IOException {
        this.file = folder.resolve(NAME);
        this.lock = locked(folder.resolve(NAME + ".lock"));
        this.out = OutputStream.nullOutputStream();
    }

    /** The journal in this folder, which one run at a time may have. */
    static JournalFile in(Path folder) {
        try {
            Files.createDirectories(folder);
            return new JournalFile(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // this very process has it
        }
        channel.close();
        throw new IOException("another run keeps its tables there");
    }

    /** Tells what the file has. */
    void replay(Consumer<Event> events) {
        try {
            if (!Files.exists(file)) {
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            new String(bytes, 0, wholeLines(bytes), StandardCharsets.UTF_8)
                    .lines()
                    .map(this::event)
                    .forEach(events);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes are lines with their ends. */
    private static int wholeLines(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return length;
    }

    private Event event(String line) {
        try {
            return EventJson.read(JsonParser.object().from(line));
        } catch (JsonParserException | IllegalArgumentException | Refused e) {
            throw new IllegalStateException(file + " has a line that cannot be read: " + line, e);
        }
    }

    /** Writes these events in the place of all that the file had, and from now on appends to them. */
    void compact(Stream<Event> events) {
        Path anew = file.resolveSibling(NAME + ".new");
        try {
            try (OutputStream snapshot = Files.newOutputStream(anew)) {
                for (Event event : (Iterable<Event>) events::iterator) {
                    snapshot.write(line(event));
                }
            }
            Files.move(anew, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            out = Files.newOutputStream(file, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void append(Event event) {
        try {
            out.write(line(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] line(Event event) {
        return (JsonWriter.string(EventJson.write(event)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            out.close();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
