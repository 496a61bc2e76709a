package vn.diaba.app.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import vn.diaba.app.text.Language;

/** The program itself as picocli sees it: the options every command has, before or behind its name. */
@Command(name = "diaba")
final class GlobalOptions {
    @Option(names = "--json", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "vi|en")
    private @Nullable String lang;

    @Option(names = "--quiet", scope = ScopeType.INHERIT)
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT)
    private boolean verbose;

    @Option(names = "--case", scope = ScopeType.INHERIT, paramLabel = "ID")
    private @Nullable String caseName;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true)
    private boolean help;

    @Option(names = "--version", scope = ScopeType.INHERIT, versionHelp = true)
    private boolean version;

    /**
     * What can be told of the options when the rest of the line makes no sense, or before it is parsed: the form and the
     * language in which to answer.
     */
    static GlobalOptions glance(List<String> arguments) {
        GlobalOptions options = new GlobalOptions();
        options.json = arguments.contains("--json");
        options.verbose = arguments.contains("-v") || arguments.contains("--verbose");
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith("--lang=")) {
                options.lang = arguments.get(i).substring("--lang=".length());
            } else if (arguments.get(i).equals("--lang") && i + 1 < arguments.size()) {
                options.lang = arguments.get(i + 1);
            }
        }
        return options;
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    boolean help() {
        return help;
    }

    boolean version() {
        return version;
    }

    @Nullable
    String caseName() {
        return caseName;
    }

    @Nullable
    String lang() {
        return lang;
    }

    /** The language asked for on the line; empty if none or an unknown one. */
    Optional<Language> findLanguage() {
        return Optional.ofNullable(lang).flatMap(Language::find);
    }
}
