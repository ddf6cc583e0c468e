package dev.belay.simulator.teams.graph;

import java.util.List;

/** The application permissions that operations need, one of each list (learn.microsoft.com/graph/api, the Permissions of each page). */
final class RequiredPermissions {
    static final List<String> CREATE_CHANNEL = List.of("Channel.Create.Group", "Channel.Create", "Group.ReadWrite.All");
    static final List<String> READ_CHANNELS = List.of(
            "ChannelSettings.Read.Group",
            "ChannelSettings.ReadWrite.Group",
            "Channel.ReadBasic.All",
            "ChannelSettings.Read.All",
            "ChannelSettings.ReadWrite.All");
    static final List<String> CHANGE_CHANNELS =
            List.of("ChannelSettings.ReadWrite.Group", "ChannelSettings.ReadWrite.All");
    static final List<String> DELETE_CHANNELS = List.of("Channel.Delete.Group", "Channel.Delete.All");

    /** No permission for one team alone archives. */
    static final List<String> ARCHIVE_CHANNELS = List.of("ChannelSettings.ReadWrite.All");

    static final List<String> READ_TEAM = List.of(
            "TeamSettings.Read.Group",
            "TeamSettings.ReadWrite.Group",
            "Team.ReadBasic.All",
            "TeamSettings.Read.All",
            "TeamSettings.ReadWrite.All");
    static final List<String> READ_MESSAGES = List.of("ChannelMessage.Read.Group", "ChannelMessage.Read.All");

    /** No permission for one team alone reads files, but that of sites that were selected. */
    static final List<String> READ_FILES =
            List.of("Files.Read.All", "Files.ReadWrite.All", "Sites.Read.All", "Sites.ReadWrite.All");

    static final List<String> WRITE_FILES = List.of("Sites.ReadWrite.All");

    /** What a message may be sent with outside of a person's context: for migration alone. */
    static final List<String> SEND_MESSAGES = List.of("Teamwork.Migrate.All");

    static final List<String> READ_TABS = List.of(
            "TeamsTab.Read.Group", "TeamsTab.ReadWrite.Group", "TeamsTab.Read.All", "TeamsTab.ReadWriteForTeam.All");
    static final List<String> CREATE_TABS = List.of(
            "TeamsTab.Create.Group", "TeamsTab.ReadWrite.Group", "TeamsTab.Create", "TeamsTab.ReadWriteForTeam.All");
    static final List<String> CHANGE_TABS = List.of("TeamsTab.ReadWrite.Group", "TeamsTab.ReadWriteForTeam.All");
    static final List<String> DELETE_TABS =
            List.of("TeamsTab.Delete.Group", "TeamsTab.ReadWrite.Group", "TeamsTab.ReadWriteForTeam.All");

    /** No permission for one team alone adds anybody to it. */
    static final List<String> ADD_MEMBERS = List.of("TeamMember.ReadWriteNonOwnerRole.All", "TeamMember.ReadWrite.All");

    /** What it takes to make somebody an owner. */
    static final String MANAGE_OWNERS = "TeamMember.ReadWrite.All";

    static final List<String> READ_TAGS = List.of("TeamworkTag.Read.All", "TeamworkTag.ReadWrite.All");

    /** The last is for the registrations that the app owns, its own among them where it was made its own owner. */
    static final List<String> READ_APPLICATIONS =
            List.of("Application.Read.All", "Application.ReadWrite.All", "Application.ReadWrite.OwnedBy");

    private RequiredPermissions() {}
}
