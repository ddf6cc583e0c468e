package dev.belay.slack;

import com.slack.api.model.ResponseMetadata;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for one thing through the pages of a list, to the end: "not there" is said of the whole list only. */
final class Pages {
    private static final int MOST = 500;

    /** One page; no next cursor ends the list. */
    record Page<T>(List<T> items, Optional<String> next) {
        static <T> Page<T> of(@Nullable List<T> items, @Nullable ResponseMetadata metadata) {
            return new Page<>(
                    items == null ? List.of() : items,
                    Optional.ofNullable(metadata)
                            .map(ResponseMetadata::getNextCursor)
                            .filter(cursor -> !cursor.isBlank()));
        }
    }

    private Pages() {}

    static <T> Optional<T> find(Function<Optional<String>, Page<T>> read, Predicate<T> wanted) {
        Optional<String> cursor = Optional.empty();
        for (int count = 0; count < MOST; count++) {
            Page<T> page = read.apply(cursor);
            Optional<T> found = page.items().stream().filter(wanted).findFirst();
            if (found.isPresent() || page.next().isEmpty()) {
                return found;
            }
            cursor = page.next();
        }
        throw new Rejected(Platform.SLACK.id(), "a list has no end after " + MOST + " pages");
    }
}
