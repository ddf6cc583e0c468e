package dev.belay.settings;

import java.util.Map;

/**
 * How an assignment group is brought into a conversation.
 *
 * @param groups for the sys_id of an assignment group the id of the group that stands for it in chat: a Slack user group, a tag in
 *     Teams. Of a group that is not named here, ServiceNow tells the members
 * @param most how many members of one group are brought in
 */
public record Invitations(Map<String, String> groups, int most) {
    /** What holds where the document says nothing. */
    public static final Invitations DEFAULT = new Invitations(Map.of(), 20);

    public Invitations {
        groups = Map.copyOf(groups);
    }
}
