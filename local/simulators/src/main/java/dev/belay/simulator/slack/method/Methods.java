package dev.belay.simulator.slack.method;

import dev.belay.simulator.slack.app.Triggers;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.conversation.ConversationMethods;
import dev.belay.simulator.slack.view.OpenViews;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All methods of the Web API that are simulated, by name. */
public final class Methods {
    private final Map<String, Method> byName;

    public Methods(Triggers triggers, OpenViews views) {
        byName = Stream.of(
                        AccountMethods.all(),
                        ConversationMethods.all(),
                        ChatMethods.all(),
                        PrivateMethods.all(),
                        GroupMethods.all(),
                        PinMethods.all(),
                        BookmarkMethods.all(),
                        FileMethods.all(),
                        new ViewMethods(triggers, views).all())
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(Method::name, Function.identity()));
    }

    public Optional<Method> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return byName.keySet();
    }
}
