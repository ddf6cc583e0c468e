package dev.belay.local.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How a command's help looks. The pages stand beside this class too, as files that the script shows: help needs no build. A test
 * holds them against what is drawn here.
 */
final class HelpPage {
    static final int WIDTH = 100;

    private static final int OPTION_WIDTH = 34;

    private HelpPage() {}

    /** Lays out the help of a command and of all beneath it. */
    static void layOut(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        addHelpOption(spec);
        spec.usageMessage()
                .synopsisHeading("%nUsage: ")
                .abbreviateSynopsis(true)
                .optionListHeading("%n")
                .parameterListHeading("%n")
                .commandListHeading("%n")
                .longOptionsMaxWidth(OPTION_WIDTH)
                .sortOptions(false);
        List<String> sections = new ArrayList<>(command.getHelpSectionKeys());
        sections.remove(UsageMessageSpec.SECTION_KEY_DESCRIPTION);
        sections.addFirst(UsageMessageSpec.SECTION_KEY_DESCRIPTION);
        command.setHelpSectionKeys(sections);
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, _ -> list(command));
        command.getSubcommands().values().forEach(HelpPage::layOut);
    }

    private static void addHelpOption(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this page")
                .build());
    }

    /** A line for each command, with those beneath it: the overview fits a terminal of 24 lines. */
    private static String list(CommandLine command) {
        List<CommandLine> all = command.getSubcommands().values().stream()
                .map(HelpPage::onlyOne)
                .toList();
        int width = all.stream().mapToInt(each -> listed(each).length()).max().orElse(0);
        return all.stream()
                .map(each -> "  " + listed(each)
                        + " ".repeat(width + 3 - listed(each).length()) + about(each) + "%n")
                .collect(Collectors.joining())
                .formatted();
    }

    /** What stands alone beneath a command stands for it. */
    private static CommandLine onlyOne(CommandLine command) {
        Collection<CommandLine> beneath = command.getSubcommands().values();
        return beneath.size() == 1 ? onlyOne(beneath.iterator().next()) : command;
    }

    /** Such as {@code ./belay user show|forget}. */
    private static String listed(CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? typed(command)
                : typed(command) + " "
                        + String.join("|", command.getSubcommands().keySet());
    }

    /** Such as {@code ./belay settings check FILE}. */
    static String typed(CommandLine command) {
        return Stream.concat(
                        Stream.of(command.getCommandSpec().qualifiedName()),
                        command.getCommandSpec().positionalParameters().stream()
                                .filter(each -> !each.hidden())
                                .map(HelpPage::parameter))
                .collect(Collectors.joining(" "));
    }

    private static String parameter(PositionalParamSpec each) {
        String label = each.paramLabel() + (each.arity().max() > 1 ? "..." : "");
        return each.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private static String about(CommandLine command) {
        return command.getCommandSpec().usageMessage().description()[0];
    }

    /** Where to read how a command is used; its beginning quote is there already. */
    static String how(CommandLine command) {
        return command.getParent() == null
                ? Belay.NAME + " help' lists what there is."
                : command.getCommandSpec().qualifiedName() + " --help' shows how it is used.";
    }
}
