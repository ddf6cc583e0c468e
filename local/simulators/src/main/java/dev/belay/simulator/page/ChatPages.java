package dev.belay.simulator.page;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.page.Chat.Conversation;
import dev.belay.simulator.page.Chat.Group;
import dev.belay.simulator.page.Chat.Member;
import dev.belay.simulator.page.Chat.Notice;
import dev.belay.simulator.page.Chat.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** A chat platform as a person in a browser sees it: whom they are, places, messages, buttons to press. */
public final class ChatPages {
    private final Chat chat;
    private volatile Sandbox sandbox = Sandbox.ALONE;

    public ChatPages(Chat chat) {
        this.chat = chat;
    }

    /** Says what is around the platform. */
    public void sandbox(Sandbox around) {
        sandbox = around;
    }

    /** Answers {@code GET /} and the posts of its forms. */
    public Response answer(Request request) {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /" -> chat.atomically(() -> drawn(request.query()));
                case "POST /press" -> pressed(joined(request.fields()));
                case "POST /submit" -> submitted(request);
                case "POST /close" -> closed(request);
                case "POST /say" -> said(request.form());
                default -> Response.text(404, "text/plain;charset=UTF-8", "Nothing is here.");
            };
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Response.text(400, "text/plain;charset=UTF-8", String.valueOf(e.getMessage()));
        }
    }

    /** Several choices of one name stand with commas between, as cards send them. */
    private static Map<String, String> joined(Map<String, List<String>> fields) {
        Map<String, String> joined = new TreeMap<>();
        fields.forEach((name, values) -> joined.put(name, String.join(",", values)));
        return joined;
    }

    private Response submitted(Request request) {
        View view = asked(request.form());
        return back(
                view, chat.submit(view, request.fields()).map(ChatPages::told).orElse(""));
    }

    private Response closed(Request request) {
        View view = asked(request.form());
        chat.close(view, request.fields());
        return back(view, "");
    }

    private Response pressed(Map<String, String> form) {
        View view = asked(form);
        return back(view, chat.press(view, form).map(ChatPages::told).orElse(""));
    }

    private static String told(Notice notice) {
        return (notice.error() ? "&error=" : "&said=") + Html.query(notice.text());
    }

    private Response said(Map<String, String> form) {
        View view = asked(form);
        Optional<Notice> notice =
                field(form, "text").isBlank() ? Optional.empty() : chat.say(view, field(form, "text"));
        return back(view, notice.map(ChatPages::told).orElse(""));
    }

    private Response back(View view, String more) {
        return Response.empty(303).with("Location", view.address(chat.placeParameter()) + more);
    }

    private View asked(Map<String, String> fields) {
        Map<String, String> choices = new TreeMap<>();
        chat.choices().forEach((name, group) -> choices.put(name, chosen(group.places(), field(fields, name))));
        return new View(field(fields, "as"), field(fields, chat.placeParameter()), choices);
    }

    private static String chosen(List<Place> values, String asked) {
        return first(values, value -> value.id().equals(asked)).id();
    }

    private static <T> T first(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst().orElseGet(all::getFirst);
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }

    private Response drawn(Map<String, String> query) {
        View asked = asked(query);
        List<Member> people = chat.people();
        View as = asked.as(
                first(people, person -> person.id().equals(asked.person())).id());
        List<Group> groups = chat.places(as.person());
        List<Place> places =
                groups.stream().flatMap(group -> group.places().stream()).toList();
        if (places.isEmpty()) {
            return chat.frame().page(sandbox, people(as, people), "No channel.");
        }
        View view = as.at(chosen(places, as.place()));
        String nav = people(view, people) + groups(view, groups) + choices(view);
        String notes = note("error", query, chat::failed) + note("said", query, Function.identity());
        return chat.frame().page(sandbox, nav, conversation(view, notes));
    }

    private static String note(String kind, Map<String, String> query, Function<String, String> sentence) {
        String text = field(query, kind);
        return text.isEmpty()
                ? ""
                : "<p class=\"" + kind + "\" role=\"status\">" + Html.escape(sentence.apply(text)) + "</p>";
    }

    private String conversation(View view, String notes) {
        String fields = view.fields(chat.placeParameter());
        Conversation shown = chat.conversation(view, fields, sandbox);
        StringBuilder html = new StringBuilder("<div id=\"dialog\" data-live>");
        html.append(chat.dialog(view, fields, sandbox).orElse("") + "</div><div id=\"conversation\" data-live>");
        html.append("<h1>" + Html.escape(shown.title()) + "</h1>");
        html.append(Html.element("p", "meta", sandbox.linked(shown.about())) + shown.links() + notes);
        shown.entries().forEach(entry -> html.append(entry.html()));
        return html + "</div><div id=\"writing\" data-live>" + (shown.writable() ? writing(view) : "") + "</div>";
    }

    private String writing(View view) {
        return "<form class=\"say\" method=\"post\" action=\"/say\">" + view.fields(chat.placeParameter())
                + "<input name=\"text\" aria-label=\"Message\"> <button>Send</button></form>";
    }

    private String people(View view, List<Member> people) {
        StringBuilder nav = new StringBuilder("<h2>You are</h2>");
        people.forEach(person ->
                nav.append(link(view.as(person.id()), label(person), person.id().equals(view.person()))));
        return nav.toString();
    }

    private String label(Member person) {
        String rights = person.kind().isEmpty() ? sandbox.rights().apply(person.email()) : person.kind();
        return Html.escape(person.name()) + (rights.isEmpty() ? "" : " <small>" + Html.escape(rights) + "</small>");
    }

    private String groups(View view, List<Group> groups) {
        StringBuilder nav = new StringBuilder();
        groups.stream().filter(group -> !group.places().isEmpty()).forEach(group -> {
            nav.append("<h2>" + Html.escape(group.heading()) + "</h2>");
            group.places()
                    .forEach(place -> nav.append(link(
                            view.at(place.id()),
                            Html.escape(place.label()),
                            place.id().equals(view.place()))));
        });
        return nav.toString();
    }

    private String choices(View view) {
        StringBuilder nav = new StringBuilder();
        chat.choices().forEach((name, group) -> {
            nav.append("<h2>" + Html.escape(group.heading()) + "</h2>");
            group.places()
                    .forEach(value -> nav.append(link(
                            view.choosing(name, value.id()),
                            Html.escape(value.label()),
                            value.id().equals(view.choice(name, "")))));
        });
        return nav.toString();
    }

    /** @param label markup */
    private String link(View to, String label, boolean isCurrent) {
        return "<a href=\"" + Html.escape(to.address(chat.placeParameter())) + "\""
                + (isCurrent ? " aria-current=\"true\"" : "") + ">" + label + "</a>";
    }
}
