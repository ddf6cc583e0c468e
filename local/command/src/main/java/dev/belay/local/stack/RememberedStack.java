package dev.belay.local.stack;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The stack that {@code ./belay setup} was told of, so that nobody has to say it again.
 *
 * @param file the answers that say so
 */
public record RememberedStack(String name, Optional<String> region, Path file) {
    /** The folder that setup writes into where it is given no other. */
    public static final String FOLDER = "belay-setup";

    /** The file in it that answers are kept in. */
    public static final String FILE = "answers.json";

    /**
     * That of a folder of setup; none where there is no such folder, or its file is not setup's.
     *
     * @throws UncheckedIOException when the file is there and cannot be read
     */
    public static Optional<RememberedStack> in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonObject answers = JsonParser.object().from(Files.readString(file));
            return Optional.ofNullable(answers.getString("stack"))
                    .map(name -> new RememberedStack(name, Optional.ofNullable(answers.getString("region")), file));
        } catch (JsonParserException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
