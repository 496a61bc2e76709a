package vn.diaba.app.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.log.LogFile;
import vn.diaba.app.log.LogSetup;
import vn.diaba.app.settings.SettingsFile;
import vn.diaba.app.text.HelpTexts;
import vn.diaba.app.text.Language;
import vn.diaba.app.text.Messages;

/**
 * From the words on a line to an exit status: parses, finds the command, runs it, shows its answer or says its failure.
 * One object runs once.
 */
public final class CommandLineProgram {
    private static final Logger LOG = Logger.getLogger(CommandLineProgram.class.getName());

    private final Host host;
    private final Interrupt interrupt;
    private final Map<String, Supplier<?>> commands;

    /** The program with all its commands. */
    public CommandLineProgram(Host host, Interrupt interrupt) {
        this(host, interrupt, Commands.all());
    }

    CommandLineProgram(Host host, Interrupt interrupt, Map<String, Supplier<?>> commands) {
        this.host = host;
        this.interrupt = interrupt;
        this.commands = commands;
    }

    /**
     * Runs one line.
     *
     * @param arguments without the program's name
     * @return the exit status, see {@link ExitCode}; everything has been written and flushed
     */
    public int run(List<String> arguments) {
        GlobalOptions glance = GlobalOptions.glance(arguments);
        try {
            return parsed(arguments, glance).number();
        } catch (ParameterException wrong) {
            return fail(UsageSentence.of(wrong), glance, messages(glance)).number();
        } finally {
            host.out().flush();
            host.err().flush();
            interrupt.end();
        }
    }

    private ExitCode parsed(List<String> arguments, GlobalOptions glance) {
        GlobalOptions options = new GlobalOptions();
        CommandLine line = commandLine(options, arguments, language(glance));
        ParseResult result = line.parseArgs(arguments.toArray(String[]::new));
        Messages messages = messages(options);
        if (options.lang() != null && options.findLanguage().isEmpty()) {
            return fail(CommandFailure.usage("language-unknown", options.lang()), options, messages);
        }
        if (options.verbose()) {
            LogSetup.alsoTo(host.err());
        }
        while (result.hasSubcommand()) {
            result = result.subcommand();
        }
        CommandLine chosen = result.commandSpec().commandLine();
        if (options.help()) {
            chosen.usage(host.out(), Ansi.OFF);
            return ExitCode.DONE;
        }
        Object command = options.version() ? (CliCommand) run -> Version.current() : chosen.getCommand();
        if (command == options) {
            command = new OpenLastCommand();
        }
        if (command instanceof CliCommand ready) {
            return run(ready, options, messages);
        }
        chosen.usage(host.err(), Ansi.OFF);
        return ExitCode.USAGE;
    }

    private ExitCode run(CliCommand command, GlobalOptions options, Messages messages) {
        PrintStream bar = host.terminal() && !options.quiet() ? host.err() : null;
        try (TerminalProgress progress = new TerminalProgress(interrupt, bar)) {
            CommandRun run = new CommandRun(host, options, messages, progress);
            Answer answer = command.run(run);
            run.timing().stopIfRunning();
            progress.hide();
            show(answer, run, messages);
            return answer.exitCode();
        } catch (Exception | Error thrown) {
            return fail(thrown, options, messages);
        }
    }

    private void show(Answer answer, CommandRun run, Messages messages) throws IOException {
        if (run.isJson()) {
            document(json -> {
                answer.writeJson(json);
                json.metres("seconds", run.timing().seconds());
                json.metres("cpuSeconds", run.timing().cpuSeconds());
            });
        } else {
            answer.writeText(new TextLines(host.out(), messages));
        }
    }

    private ExitCode fail(Throwable thrown, GlobalOptions options, Messages messages) {
        Optional<CommandFailure> known = Failures.find(thrown);
        CommandFailure failure = known.orElseGet(() -> new CommandFailure(
                "unexpected-fault", LogFile.newestIn(host.folders().state())));
        if (known.isEmpty()) {
            LOG.log(Level.SEVERE, "unexpected-fault", thrown);
        } else if (failure.getCause() != null && failure.exitCode() == ExitCode.FAILED) {
            LOG.log(Level.WARNING, failure.code() + " " + failure.arguments(), failure.getCause());
        }
        say(failure, options.json(), messages);
        if (options.verbose()) {
            Throwable shown = failure.getCause() == null ? thrown : failure.getCause();
            shown.printStackTrace(host.err());
        }
        return failure.exitCode();
    }

    private void say(CommandFailure failure, boolean asJson, Messages messages) {
        String sentence = messages.sentence(failure.code(), failure.arguments());
        if (!asJson) {
            host.err().println(sentence);
            return;
        }
        try {
            document(json -> json.object("error", error -> {
                error.text("code", failure.code()).text("message", sentence);
                error.value("arguments", failure.arguments());
            }));
        } catch (IOException e) {
            host.err().println(sentence);
        }
    }

    private void document(JsonWriter.Content fields) throws IOException {
        Writer out = new OutputStreamWriter(host.out(), StandardCharsets.UTF_8);
        JsonWriter.document(out, fields);
    }

    /** All commands for a help or a line that names none; else only the one it names. */
    private CommandLine commandLine(GlobalOptions options, List<String> arguments, Language language) {
        CommandLine line = new CommandLine(options);
        Optional<String> named =
                arguments.stream().filter(commands::containsKey).findFirst();
        boolean all = named.isEmpty() || arguments.indexOf(named.get()) > 0;
        commands.forEach((name, maker) -> {
            if (all || name.equals(named.get())) {
                line.addSubcommand(name, maker.get());
            }
        });
        line.setResourceBundle(new HelpTexts(language));
        return line;
    }

    private Messages messages(GlobalOptions options) {
        return new Messages(language(options), host.clock().getZone());
    }

    private Language language(GlobalOptions options) {
        return options.findLanguage()
                .or(() -> language(host.environment().get("DIABA_LANG")))
                .or(() -> language(
                        new SettingsFile(host.folders().settingsFile()).read().languageTag()))
                .orElse(Language.VIETNAMESE);
    }

    private static Optional<Language> language(@Nullable String tag) {
        return Optional.ofNullable(tag).flatMap(Language::find);
    }
}
