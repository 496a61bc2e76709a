package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.diaba.app.text.HelpTexts;
import vn.diaba.app.text.Language;

class EveryCommandHasHelpTest {
    private static CommandLine program(Language language) {
        CommandLine line = new CommandLine(new GlobalOptions());
        Commands.all().forEach((name, maker) -> line.addSubcommand(name, maker.get()));
        line.setResourceBundle(new HelpTexts(language));
        return line;
    }

    private static void collect(CommandSpec command, List<String> without) {
        if (command.usageMessage().description().length == 0) {
            without.add(command.qualifiedName("."));
        }
        for (ArgSpec argument : command.args()) {
            if (argument.description().length == 0 || argument.description()[0].isBlank()) {
                without.add(command.qualifiedName(".") + " " + key(argument));
            }
        }
        command.subcommands().values().forEach(inner -> collect(inner.getCommandSpec(), without));
    }

    private static String key(ArgSpec argument) {
        return argument instanceof PositionalParamSpec place
                ? place.paramLabel() + "[" + place.index() + "]"
                : ((OptionSpec) argument).longestName();
    }

    @Test
    void everyCommandOptionAndParameterIsExplainedInBothLanguages() {
        for (Language language : Language.values()) {
            List<String> without = new ArrayList<>();
            collect(program(language).getCommandSpec(), without);
            assertEquals(List.of(), without, language.tag());
        }
    }

    @Test
    void aCommandIsListedUnderItsOwnName() {
        for (var entry : Commands.all().entrySet()) {
            Supplier<?> maker = entry.getValue();
            String own = new CommandLine(maker.get()).getCommandName();
            assertEquals(entry.getKey(), own);
        }
    }
}
