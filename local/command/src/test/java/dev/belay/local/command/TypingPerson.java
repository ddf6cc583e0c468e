package dev.belay.local.command;

import dev.belay.local.secrets.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A person at a terminal who answers by what a prompt begins with; what is not expected gets Enter alone. What is asked for a secret is
 * answered by the secret's name and the prompt.
 */
final class TypingPerson implements Terminal {
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final Map<String, String> hidden = new LinkedHashMap<>();
    private final List<String> prompts = new ArrayList<>();
    private String secret = "";

    TypingPerson answers(String prompt, String answer) {
        shown.put(prompt, answer);
        return this;
    }

    TypingPerson hides(String prompt, String answer) {
        hidden.put(prompt, answer);
        return this;
    }

    void forget() {
        shown.clear();
        hidden.clear();
        prompts.clear();
    }

    /** All that this person was asked. */
    List<String> prompts() {
        return List.copyOf(prompts);
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public String askHidden(String prompt) {
        prompts.add(prompt);
        return answer(prompt, hidden);
    }

    @Override
    public String ask(String prompt) {
        prompts.add(prompt);
        int named = prompt.indexOf(" has no value yet");
        secret = named > 0 ? prompt.substring(0, named) : secret;
        return answer(prompt, shown);
    }

    private String answer(String prompt, Map<String, String> answers) {
        String ofSecret = secret + " " + prompt;
        return answers.entrySet().stream()
                .filter(each -> prompt.startsWith(each.getKey()) || ofSecret.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public String piped() {
        throw new AssertionError("a person types");
    }
}
