package dev.belay.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.fuzz.Enumeration;
import dev.belay.fuzz.FieldMutation;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a field of the settings document is, it is obeyed or refused with what is wrong: never another exception. */
final class SettingsFuzzTest {
    private static final int DOCUMENTS = Enumeration.asked().of(5_000, 500);

    private final long seed = Enumeration.seed();
    private final Random random = new Random(seed);

    @Test
    void whatever_a_field_is_the_document_is_obeyed_or_each_problem_is_named() throws JsonParserException {
        System.out.println("seed " + seed + ", " + DOCUMENTS + " documents");
        String whole = Documents.accepted("all-that-there-is");
        int obeyed = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            JsonObject document = JsonParser.object().from(whole);
            String done = FieldMutation.change(document, random);
            obeyed += isObeyed(JsonWriter.string((Map<String, Object>) document), done) ? 1 : 0;
        }
        assertThat(obeyed).as("seed %d", seed).isBetween(1, DOCUMENTS - 1);
    }

    private boolean isObeyed(String document, String done) {
        try {
            DocumentReader.read(document);
            return true;
        } catch (InvalidSettings e) {
            assertThat(e.getMessage()).as("seed %d: %s", seed, done).isNotBlank();
            return false;
        }
    }
}
