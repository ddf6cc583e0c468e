package dev.belay.simulator.pagerduty.page;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.page.Frame;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.page.Sandbox;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.Incident;
import dev.belay.simulator.pagerduty.account.Note;
import dev.belay.simulator.pagerduty.account.Responder;
import dev.belay.simulator.pagerduty.account.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The account's incidents, and the buttons with which people take them on, join and resolve. */
public final class AccountPages {
    private static final Frame FRAME = new Frame("PagerDuty", """
            main{margin:0 auto;max-width:78rem}
            table{border-collapse:collapse;width:100%}
            th,td{text-align:left;vertical-align:top;padding:.5rem;border-bottom:1px solid #cfd6dd;overflow-wrap:anywhere}
            pre{white-space:pre-wrap;font:inherit;margin:0}
            """);

    private final Account account;
    private volatile Sandbox sandbox = Sandbox.ALONE;

    public AccountPages(Account account) {
        this.account = account;
    }

    /** Says what is around PagerDuty. */
    public void sandbox(Sandbox around) {
        sandbox = around;
    }

    /** Answers a browser. */
    public Response answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /" -> page();
            case "POST /act" -> acted(request.form());
            default ->
                FRAME.page(404, sandbox, "PagerDuty", "<p>There is no such page.</p><p><a href=\"/\">Back</a></p>");
        };
    }

    private Response acted(Map<String, String> form) {
        Optional<Incident> incident = account.incident(form.getOrDefault("incident", ""));
        Optional<User> user = account.user(form.getOrDefault("as", ""));
        if (incident.isPresent() && user.isPresent()) {
            act(form.getOrDefault("do", ""), incident.get().id(), user.get());
        }
        return Response.empty(303).with("Location", "/");
    }

    private void act(String what, String incident, User user) {
        switch (what) {
            case "acknowledge" -> account.status(incident, Incident.Status.ACKNOWLEDGED, user);
            case "resolve" -> account.status(incident, Incident.Status.RESOLVED, user);
            case "join" -> account.answer(incident, user, Responder.State.JOINED);
            case "decline" -> account.answer(incident, user, Responder.State.DECLINED);
            default -> {}
        }
    }

    private Response page() {
        String rows = account.incidents().reversed().stream().map(this::row).collect(Collectors.joining("\n"));
        return FRAME.page(200, sandbox, "PagerDuty (simulated)", """
                <h1>Incidents</h1>
                <table id="incidents" data-live>
                <thead><tr><th scope="col">Incident</th><th scope="col">Status</th><th scope="col">Key</th>
                <th scope="col">Assigned to</th><th scope="col">Responders</th><th scope="col">Notes</th>
                <th scope="col">Do</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>""".formatted(rows));
    }

    private String row(Incident incident) {
        return """
                <tr><td>#%d %s<pre>%s</pre></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td><pre>%s</pre></td><td>%s</td></tr>""".formatted(
                incident.number(),
                Html.escape(incident.draft().title()),
                sandbox.linked(incident.draft().details()),
                word(incident.status()),
                Html.escape(incident.draft().key()),
                named(incident.draft().assignees()),
                incident.responders().stream()
                        .map(responder -> named(List.of(responder.user())) + " (" + word(responder.state()) + "): "
                                + sandbox.linked(responder.request().message()))
                        .collect(Collectors.joining("<br>")),
                account.notes(incident.id()).stream()
                        .map(Note::content)
                        .map(sandbox::linked)
                        .collect(Collectors.joining("\n")),
                incident.isOpen() ? acting(incident) : "");
    }

    private String acting(Incident incident) {
        String people = account.users().stream()
                .map(user -> Html.option(user.id(), user.name(), false))
                .collect(Collectors.joining());
        return """
                <form method="post" action="/act">%s
                <label>As <select name="as">%s</select></label>
                <button name="do" value="acknowledge">Acknowledge</button>
                <button name="do" value="join">Join</button>
                <button name="do" value="decline">Decline</button>
                <button name="do" value="resolve">Resolve</button>
                </form>""".formatted(Html.hidden("incident", incident.id()), people);
    }

    private String named(List<String> users) {
        return users.stream()
                .map(id -> Html.escape(account.user(id).map(User::name).orElse(id)))
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
