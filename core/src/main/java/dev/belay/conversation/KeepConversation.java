package dev.belay.conversation;

import dev.belay.link.ConversationLink.Standing;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;

/** Keeps a conversation that stands as it should be: its card as new as the record, and its channel set up. */
public final class KeepConversation {
    private final RefreshCard refresh;
    private final SetUpChannel setUp;

    public KeepConversation(RefreshCard refresh, SetUpChannel setUp) {
        this.refresh = refresh;
        this.setUp = setUp;
    }

    /**
     * @param again whether an earlier run may have been killed over it: then what was confirmed may not be what is shown
     */
    void keep(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings, boolean again) {
        if (!link.conversation().shows(record.generation())
                || (again && link.conversation().wasRedrawn())) {
            refresh.refresh(chat, link, record, settings);
        }
        if (link.placement().isDedicated()) {
            setUp.setUp(chat, link, record, settings);
        }
    }
}
