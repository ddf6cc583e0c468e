package dev.belay.simulator.teams.dialog;

import dev.belay.simulator.teams.tenant.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The dialogs that stand open, one at most for each person: nothing else can be pressed while one is open. */
public final class OpenDialogs {
    private final Tenant tenant;
    private final Map<String, Dialog> dialogs = new HashMap<>();

    public OpenDialogs(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Opens a dialog for a person who pressed in a conversation. */
    public void open(String person, String conversation, String root, TaskAnswer.Shown shown) {
        String id = tenant.identifiers().unique();
        put(new Dialog(id, person, conversation, root, shown, Map.of(), Map.of(), ""));
    }

    /** The dialog that a person sees. */
    public Optional<Dialog> of(String person) {
        return tenant.atomically(() -> Optional.ofNullable(dialogs.get(person)));
    }

    /** The dialog of that id that a person sees. */
    public Dialog seen(String person, String id) {
        return of(person)
                .filter(dialog -> dialog.id().equals(id))
                .orElseThrow(() -> new IllegalArgumentException(person + " sees no dialog " + id));
    }

    public void put(Dialog dialog) {
        tenant.atomically(() -> dialogs.put(dialog.person(), dialog));
    }

    public void close(Dialog dialog) {
        tenant.atomically(() -> dialogs.computeIfPresent(
                dialog.person(), (person, open) -> open.id().equals(dialog.id()) ? null : open));
    }
}
