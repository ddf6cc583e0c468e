package dev.belay.simulator.teams.page;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Teams as a person in a browser sees it: teams, channels, cards, buttons to press, and the chat with the bot. */
public final class TeamsPage {
    private final Tenant tenant;
    private final AppTraffic traffic;

    public TeamsPage(Tenant tenant, AppTraffic traffic) {
        this.tenant = tenant;
        this.traffic = traffic;
    }

    /** Answers {@code GET /} (with {@code as}, {@code conversation} and {@code client}) and the posts of its forms. */
    public Response answer(Request request) {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /" -> tenant.atomically(() -> drawn(request.query()));
                case "POST /press" -> pressed(request.form());
                case "POST /say" -> said(request.form());
                default -> Response.text(404, "text/plain;charset=UTF-8", "Nothing is here.");
            };
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Response.text(400, "text/plain;charset=UTF-8", String.valueOf(e.getMessage()));
        }
    }

    private Response pressed(Map<String, String> form) {
        Map<String, String> inputs = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(CardHtml.INPUT)) {
                inputs.put(name.substring(CardHtml.INPUT.length()), value);
            }
        });
        Delivery delivery = traffic.press(
                field(form, "as"),
                field(form, "conversation"),
                field(form, "message"),
                field(form, "action"),
                client(form),
                inputs);
        return back(form, outcome(delivery));
    }

    private static String outcome(Delivery delivery) {
        if (!delivery.accepted()) {
            String why = delivery.status() == 0 ? delivery.reason() : "HTTP " + delivery.status();
            return "&error=" + Html.query(why);
        }
        return delivery.invoke()
                .map(answer -> (answer.isShown() ? "&said=" : "&error=") + Html.query(answer.sentence()))
                .orElse("");
    }

    private Response said(Map<String, String> form) {
        if (!field(form, "text").isBlank()) {
            traffic.say(field(form, "as"), field(form, "conversation"), field(form, "text"), field(form, "thread"));
        }
        return back(form, "");
    }

    private Response back(Map<String, String> form, String more) {
        Person viewer =
                tenant.person(field(form, "as")).orElseThrow(() -> new IllegalArgumentException("nobody is that"));
        String to = new View(viewer, field(form, "conversation"), client(form)).address() + more;
        return Response.empty(303).with("Location", to);
    }

    private static Button client(Map<String, String> fields) {
        return "SUBMIT".equals(field(fields, "client")) ? Button.SUBMIT : Button.EXECUTE;
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }

    private Response drawn(Map<String, String> query) {
        List<Person> people = tenant.people().stream().filter(Person::canPress).toList();
        Person viewer = people.stream()
                .filter(person -> person.id().equals(field(query, "as")))
                .findFirst()
                .orElseGet(people::getFirst);
        View view = new View(viewer, place(viewer, field(query, "conversation")), client(query));
        String nav = new Navigation(tenant, view).draw(people);
        String main = new ConversationHtml(tenant, view).draw(field(query, "error"), field(query, "said"));
        return Response.html(200, Frame.page(nav, main))
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
    }

    /** The conversation that was asked for, if the viewer sees it; else the first channel that they see, or their chat. */
    private String place(Person viewer, String asked) {
        boolean own = tenant.chat(asked)
                .filter(chat -> chat.person().equals(viewer.id()))
                .isPresent();
        List<String> seen = new Navigation(tenant, new View(viewer, asked, Button.EXECUTE)).channels();
        if (own || seen.contains(asked)) {
            return asked;
        }
        return seen.isEmpty() ? tenant.chatWith(viewer.id()).id() : seen.getFirst();
    }
}
