package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.central.Central;
import vn.diaba.app.central.OfficeDesk;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.office.Identity;
import vn.diaba.store.office.Pass;
import vn.diaba.store.office.Role;
import vn.diaba.store.wire.CentralOffice.Sight;

/** {@code diaba central user …}: accounts, their zones, their passes. */
@Command(
        name = "user",
        subcommands = {
            CentralUserCommand.Add.class,
            CentralUserCommand.Scope.class,
            CentralUserCommand.Disable.class,
            CentralUserCommand.Enable.class,
            CentralUserCommand.PassFile.class,
            CentralUserCommand.Accounts.class
        })
final class CentralUserCommand {
    /** A step on the accounts, answered by all of them. */
    private abstract static class Step extends DeskCommand {
        @Override
        final Answer work(CommandRun run, OfficeDesk desk) throws Exception {
            step(run, desk);
            return new Listed(desk.accounts());
        }

        abstract void step(CommandRun run, OfficeDesk desk) throws Exception;
    }

    /** {@code diaba central user add NAME}. */
    @Command(name = "add")
    static final class Add extends Step {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Option(names = "--role", paramLabel = "surveyor|checker|approver|export|admin")
        private String role = "surveyor";

        @Option(names = "--password-file", paramLabel = "FILE")
        private @Nullable Path passwordFile;

        @Override
        void step(CommandRun run, OfficeDesk desk) throws Exception {
            desk.add(name, role, SignInFlags.password(run, passwordFile));
        }
    }

    /** {@code diaba central user scope NAME --zone Z}. */
    @Command(name = "scope")
    static final class Scope extends Step {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Option(names = "--zone", required = true, paramLabel = "Z")
        private int zone;

        @Option(names = "--write")
        private boolean write;

        @Option(names = "--persons")
        private boolean persons;

        @Option(names = "--gone")
        private boolean gone;

        @Override
        void step(CommandRun run, OfficeDesk desk) throws Exception {
            desk.scope(name, new Sight(zone, write, persons || write), gone);
        }
    }

    /** {@code diaba central user disable NAME}. */
    @Command(name = "disable")
    static final class Disable extends Step {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Override
        void step(CommandRun run, OfficeDesk desk) throws Exception {
            desk.disable(name, true);
        }
    }

    /** {@code diaba central user enable NAME}. */
    @Command(name = "enable")
    static final class Enable extends Step {
        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Override
        void step(CommandRun run, OfficeDesk desk) throws Exception {
            desk.disable(name, false);
        }
    }

    /** {@code diaba central user pass NAME --out F}: for one who will send files. */
    @Command(name = "pass")
    static final class PassFile implements CliCommand {
        @Mixin
        private CentralFlags central = new CentralFlags();

        @Parameters(index = "0", paramLabel = "NAME")
        private String name = "";

        @Option(names = "--out", required = true, paramLabel = "F")
        private Path out = Path.of(".");

        @Override
        public Answer run(CommandRun run) throws Exception {
            Central open = central.open(run);
            try (OfficeDesk desk = OfficeDesk.over(open)) {
                String token = open.register().pass(open.keeper(), name);
                Identity.Known keys = open.register().keys().known();
                Files.write(out, new Pass("", "", open.register().central(), keys, token, null, 0).handedOut());
                return new Listed(desk.accounts());
            }
        }
    }

    /** {@code diaba central user list}. */
    @Command(name = "list")
    static final class Accounts extends Step {
        @Override
        void step(CommandRun run, OfficeDesk desk) {}
    }

    private record Listed(List<OfficeDesk.Listed> accounts) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("accounts", accounts, (inner, account) -> inner.text("name", account.name())
                    .text("role", account.role())
                    .flag("disabled", account.disabled())
                    .objects("zones", account.sights(), (zone, sight) -> zone.number("zone", sight.zone())
                            .flag("write", sight.write())
                            .flag("persons", sight.persons())));
        }

        @Override
        public void writeText(TextLines lines) {
            for (OfficeDesk.Listed account : accounts) {
                lines.say(
                        account.disabled() ? "account-line-disabled" : "account-line",
                        account.name(),
                        account.role(),
                        zones(lines, account));
            }
        }

        private static String zones(TextLines lines, OfficeDesk.Listed account) {
            if (account.sights().isEmpty()) {
                return lines.messages().sentence("account-no-zone");
            }
            return account.sights().stream()
                    .map(sight -> lines.messages().sentence(right(account, sight), sight.zone()))
                    .collect(Collectors.joining(", "));
        }

        /** What he may do there; a role that never writes is told apart from a zone that may not be written. */
        private static String right(OfficeDesk.Listed account, Sight sight) {
            if (sight.write()) {
                boolean isWriting = Arrays.stream(Role.values())
                        .anyMatch(role -> role.word().equals(account.role()) && role.isWriting());
                return isWriting ? "account-zone-write" : "account-zone-not-writing";
            }
            return sight.persons() ? "account-zone-persons" : "account-zone-read";
        }
    }
}
