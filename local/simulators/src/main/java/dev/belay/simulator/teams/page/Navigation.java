package dev.belay.simulator.teams.page;

import dev.belay.simulator.page.Html;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;

/** Draws the teams and channels that a person sees, and who the person may be instead. */
final class Navigation {
    private final Tenant tenant;
    private final View view;

    Navigation(Tenant tenant, View view) {
        this.tenant = tenant;
        this.view = view;
    }

    /** The ids of the channels that the viewer sees. */
    List<String> channels() {
        return tenant.teams().stream()
                .flatMap(team -> seen(team).stream())
                .map(Channel::id)
                .toList();
    }

    private List<Channel> seen(Team team) {
        return team.channels().stream()
                .filter(channel -> channel.members().contains(view.viewer().id()))
                .toList();
    }

    String draw(List<Person> people) {
        StringBuilder nav = new StringBuilder("<strong>Teams (simulated)</strong>");
        tenant.teams().forEach(team -> nav.append(team(team)));
        String chat = tenant.chatWith(view.viewer().id()).id();
        nav.append("<h2>Chat</h2>").append(place(chat, tenant.app().name()));
        nav.append("<h2>You are</h2>");
        people.forEach(person -> nav.append(view.link(
                person.id(), view.conversation(), view.client(), label(person), person.equals(view.viewer()))));
        nav.append("<h2>Your client</h2>");
        nav.append(client(Button.EXECUTE, "Up to date (Execute)")).append(client(Button.SUBMIT, "Old (Submit)"));
        return nav.toString();
    }

    private String team(Team team) {
        List<Channel> seen = seen(team);
        StringBuilder html = new StringBuilder(seen.isEmpty() ? "" : "<h2>" + Html.escape(team.name()) + "</h2>");
        for (Channel channel : seen) {
            html.append(place(channel.id(), channel.name() + (channel.isArchived() ? " (archived)" : "")));
        }
        return html.toString();
    }

    private String place(String id, String label) {
        return view.link(view.viewer().id(), id, view.client(), label, id.equals(view.conversation()));
    }

    private String client(Button how, String label) {
        return view.link(view.viewer().id(), view.conversation(), how, label, how == view.client());
    }

    private static String label(Person person) {
        return switch (person.kind()) {
            case GUEST -> person.name() + " (guest)";
            case STRANGER -> person.name() + " (another tenant)";
            case MEMBER, BOT -> person.name();
        };
    }
}
