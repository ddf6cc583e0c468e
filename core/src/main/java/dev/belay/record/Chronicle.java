package dev.belay.record;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What people did about a record from chat, on whatever platform, oldest first. It only grows. */
public record Chronicle(List<Happening> happenings) {
    public static final Chronicle EMPTY = new Chronicle(List.of());

    public Chronicle {
        happenings = happenings.stream()
                .sorted(Comparator.comparing(Happening::at).thenComparing(Happening::id))
                .toList();
    }

    public int size() {
        return happenings.size();
    }

    /** What is remembered under this id. */
    public Optional<Happening> find(String id) {
        return happenings.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The newest of this kind. */
    public Optional<Happening> last(Happening.Kind kind) {
        return happenings.stream().filter(each -> each.kind() == kind).reduce((_, later) -> later);
    }
}
