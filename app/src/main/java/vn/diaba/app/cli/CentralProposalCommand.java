package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.central.ApprovalLine;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.Proposals.Proposal;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;

/** {@code diaba central proposal …}: what waits for approval, and what an approver makes of it. */
@Command(
        name = "proposal",
        subcommands = {
            CentralProposalCommand.Waiting.class,
            CentralProposalCommand.Show.class,
            CentralProposalCommand.Approve.class,
            CentralProposalCommand.Decline.class,
            CentralProposalCommand.Mode.class
        })
final class CentralProposalCommand {
    /** A step on the proposals of a zone. */
    private abstract static class Step implements CliCommand {
        @Parameters(index = "0", paramLabel = "URL")
        private String url = "";

        @Option(names = "--zone", paramLabel = "Z")
        private @Nullable Integer zone;

        @Option(names = "--passphrase-file", paramLabel = "FILE")
        private @Nullable Path passphraseFile;

        @Mixin
        private SignInFlags signIn = new SignInFlags();

        @Override
        public final Answer run(CommandRun run) throws Exception {
            try (ApprovalLine line = ApprovalLine.open(
                    url, WorkspaceCommand.setting(run, passphraseFile), signIn.credentials(run, url))) {
                return work(line.proposals(), line.zone(zone));
            }
        }

        abstract Answer work(Proposals proposals, int zone) throws Exception;
    }

    /** {@code diaba central proposal list URL}. */
    @Command(name = "list")
    static final class Waiting extends Step {
        @Override
        Answer work(Proposals proposals, int zone) throws Exception {
            List<Shown> shown = new ArrayList<>();
            for (Proposal one : proposals.list(zone, Set.of())) {
                shown.add(Shown.of(one));
            }
            return new Listed(shown, false);
        }
    }

    /** {@code diaba central proposal show URL ID}. */
    @Command(name = "show")
    static final class Show extends Step {
        @Parameters(index = "1", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Override
        Answer work(Proposals proposals, int zone) throws Exception {
            for (Proposal one : proposals.list(zone, Set.of())) {
                if (one.id().equals(id)) {
                    return new Listed(List.of(Shown.of(one)), true);
                }
            }
            throw new RemoteException("proposal-unknown", List.of(id), null);
        }
    }

    /** {@code diaba central proposal approve URL ID}. */
    @Command(name = "approve")
    static final class Approve extends Step {
        @Parameters(index = "1", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Override
        Answer work(Proposals proposals, int zone) throws Exception {
            return new Decided(id, proposals.approve(zone, id));
        }
    }

    /** {@code diaba central proposal decline URL ID --reason TEXT}. */
    @Command(name = "decline")
    static final class Decline extends Step {
        @Parameters(index = "1", paramLabel = "ID")
        private UUID id = new UUID(0, 0);

        @Option(names = "--reason", required = true, paramLabel = "TEXT")
        private String reason = "";

        @Override
        Answer work(Proposals proposals, int zone) throws Exception {
            proposals.decline(zone, id, reason);
            return new Decided(id, new PushAnswer.Declined("", reason));
        }
    }

    /** {@code diaba central proposal mode URL direct|approval}. */
    @Command(name = "mode")
    static final class Mode extends Step {
        @Parameters(index = "1", paramLabel = "direct|approval")
        private String mode = "direct";

        @Override
        Answer work(Proposals proposals, int zone) throws Exception {
            if (!mode.equals("direct") && !mode.equals("approval")) {
                throw CommandFailure.usage("usage-value-wrong", mode, "mode", "diaba central proposal mode");
            }
            proposals.mode(zone, mode.equals("approval"));
            return new ModeSet(zone, mode);
        }
    }

    /** A proposal as it is told: its parcels by sheet and number, its corners by place. */
    private record Shown(Proposal proposal, ChangeSet act, List<String> parcels, List<String> places) {
        static Shown of(Proposal one) throws Exception {
            ChangeSet act = ChangeCodec.decode(one.payload());
            List<String> parcels = new ArrayList<>();
            List<String> places = new ArrayList<>();
            for (Change change : act.changes()) {
                Object value = change.after() == null ? change.before() : change.after();
                if (value instanceof Parcel parcel) {
                    parcels.add(parcel.number().sheet() + "/" + parcel.number().number());
                } else if (value instanceof Corner corner) {
                    EastNorth at = corner.position();
                    places.add(at.east() + " " + at.north());
                }
            }
            return new Shown(one, act, parcels, places);
        }

        void write(JsonWriter json) throws IOException {
            json.text("id", proposal.id().toString())
                    .text("author", proposal.author())
                    .text("offered", proposal.offeredAt().toString())
                    .text("label", act.label())
                    .text("case", act.caseId() == null ? null : act.caseId().toString())
                    .text("state", proposal.state().word())
                    .text("by", proposal.by().isEmpty() ? null : proposal.by())
                    .text("reason", proposal.reason().isEmpty() ? null : proposal.reason())
                    .flag("current", proposal.current())
                    .number("changes", act.changes().size())
                    .texts("parcels", parcels)
                    .texts("places", places);
        }
    }

    private record Listed(List<Shown> shown, boolean whole) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("proposals", shown, (inner, one) -> one.write(inner));
        }

        @Override
        public void writeText(TextLines lines) {
            if (shown.isEmpty()) {
                lines.say("proposals-none");
            }
            for (Shown one : shown) {
                Proposal is = one.proposal;
                String label = lines.messages().sentence(one.act.label());
                int changes = one.act.changes().size();
                lines.say("proposal-line", is.id(), is.author(), is.offeredAt(), label, changes);
                if (is.state() == Proposals.State.DECLINED) {
                    lines.say("proposal-sent-back", is.by(), is.reason());
                } else if (!is.current()) {
                    lines.say("proposal-not-current");
                }
                if (whole) {
                    one.parcels.forEach(parcel -> lines.say("proposal-parcel", parcel));
                    one.places.forEach(place -> lines.say("proposal-place", place));
                }
            }
        }
    }

    private record Decided(UUID id, PushAnswer answer) implements Answer {
        private List<LandJudge.Refusal> refusals() {
            return answer instanceof PushAnswer.Refused refused ? refused.refusals() : List.of();
        }

        private List<String> changed() {
            return answer instanceof PushAnswer.Stale stale
                    ? stale.objects().stream()
                            .map(key -> key.kind() + " " + key.object())
                            .toList()
                    : List.of();
        }

        private String state() {
            if (answer instanceof PushAnswer.Accepted) {
                return "accepted";
            }
            return answer instanceof PushAnswer.Declined ? "declined" : "open";
        }

        @Override
        public ExitCode exitCode() {
            return state().equals("open") ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("proposal", id.toString())
                    .text("state", state())
                    .texts("changed", changed())
                    .objects("violations", refusals(), (inner, one) -> inner.text("rule", one.rule())
                            .texts(
                                    "parcels",
                                    one.parcels().stream().map(Object::toString).toList())
                            .text("place", one.east() + " " + one.north()));
        }

        @Override
        public void writeText(TextLines lines) {
            switch (state()) {
                case "accepted":
                    lines.say("proposal-is-land", id);
                    break;
                case "declined":
                    lines.say("proposal-went-back", id);
                    break;
                default:
                    lines.say(changed().isEmpty() ? "proposal-has-faults" : "proposal-overtaken", id);
            }
            for (LandJudge.Refusal one : refusals()) {
                lines.say(
                        "proposal-fault",
                        lines.messages().sentence("rule." + one.rule()),
                        one.east() + " " + one.north());
            }
        }
    }

    private record ModeSet(int zone, String mode) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("zone", zone).text("mode", mode);
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say(mode.equals("approval") ? "zone-asks-approval" : "zone-is-direct", zone);
        }
    }
}
