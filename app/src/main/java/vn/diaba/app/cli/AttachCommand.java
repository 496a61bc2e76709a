package vn.diaba.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.central.FileLine;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.find.AttachmentFinder;
import vn.diaba.app.find.OwnerFinder;
import vn.diaba.app.find.RecordId;
import vn.diaba.app.paper.FileIntake;
import vn.diaba.app.paper.FileOutlet;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Outputs;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.InOneAct;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.paper.EditAttachment;
import vn.diaba.cadastre.paper.RemoveAttachment;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.Content;
import vn.diaba.store.content.ContentStore;

/** {@code diaba attach}: lists, takes in, saves, fetches, renames and removes files that belong to something of the land. */
@Command(name = "attach")
final class AttachCommand extends WorkspaceCommand {
    private static final String NAME = "diaba attach";

    @Parameters(index = "1", paramLabel = "list|add|save|fetch|set|remove")
    private String action = "";

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "FILE|ID")
    private List<String> words = List.of();

    @Option(names = "--of", paramLabel = "PARCEL|PAPER|CASE|OBJECT")
    private @Nullable String of;

    @Option(names = "--out", paramLabel = "FILE|DIR")
    private @Nullable Path out;

    @Option(names = "--overwrite")
    private boolean overwrite;

    @Option(names = "--name", paramLabel = "N")
    private @Nullable String name;

    @Option(names = "--remark", paramLabel = "TEXT")
    private @Nullable String remark;

    @Option(names = "--central", paramLabel = "URL")
    private String url = "";

    @Option(names = "--to-file", paramLabel = "F")
    private @Nullable Path toFile;

    @Mixin
    private SignInFlags signIn = new SignInFlags();

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        Fabric land = open.fabric();
        IdBlock ids = IdBlock.fresh(run.clock());
        switch (action) {
            case "list":
                List<Attachment> files = of == null ? land.attachments() : owned(land);
                return new AttachAnswer.Listed(text(open), files);
            case "add":
                return add(run, open, ids);
            case "save":
                return save(run, open);
            case "fetch":
                return fetch(run, open);
            case "set":
                Attachment before = chosen(land).get(0);
                EditCommand edit = new EditAttachment(
                        before.id(), Given.text(name, before.name()), Given.text(remark, before.remark()), ids);
                return done(run, open, edit, List.of(before));
            case "remove":
                List<Attachment> gone = chosen(land);
                List<EditCommand> parts = new ArrayList<>();
                for (Attachment file : gone) {
                    parts.add(new RemoveAttachment(file.id(), IdBlock.fresh(run.clock())));
                }
                return done(run, open, new InOneAct("remove-attachment", parts), gone);
            default:
                throw CommandFailure.usage("usage-unknown-argument", action, NAME);
        }
    }

    private List<Attachment> owned(Fabric land) throws Exception {
        return land.attachmentsOf(
                OwnerFinder.one(land, Given.required(of, "--of", NAME)).id());
    }

    /** The files named; at least one. */
    private List<Attachment> chosen(Fabric land) throws Exception {
        if (words.isEmpty()) {
            throw CommandFailure.usage("usage-argument-missing", "ID", NAME);
        }
        List<Attachment> chosen = new ArrayList<>();
        for (String word : words) {
            Attachment file = AttachmentFinder.one(land, word);
            if (!chosen.contains(file)) {
                chosen.add(file);
            }
        }
        return chosen;
    }

    private Answer add(CommandRun run, OpenWorkspace open, IdBlock ids) throws Exception {
        if (words.isEmpty()) {
            throw CommandFailure.usage("usage-argument-missing", "FILE", NAME);
        }
        OwnerFinder.Owner owner = OwnerFinder.one(open.fabric(), Given.required(of, "--of", NAME));
        ContentStore contents = open.store().contents();
        FileIntake.Taken taken = new FileIntake(contents)
                .take(words.stream().map(Path::of).toList(), owner.id(), Given.text(remark, ""), ids);
        taken.renamed().forEach(one -> run.note("attachment-renamed", one.was(), one.now()));
        return done(run, open, taken.act(), taken.files());
    }

    private Answer save(CommandRun run, OpenWorkspace open) throws Exception {
        Path to = Given.required(out, "--out", NAME);
        Fabric land = open.fabric();
        List<Attachment> files = words.isEmpty() && of != null ? owned(land) : chosen(land);
        if (files.isEmpty()) {
            return new AttachAnswer.Saved(text(open), Map.of());
        }
        requireHere(open, files);
        Map<Attachment, Path> places = FileOutlet.places(land, files, to, overwrite);
        if (!places.isEmpty()) {
            new Outputs(open).releaseFiles(places.size());
        }
        int saved = 0;
        for (Map.Entry<Attachment, Path> place : places.entrySet()) {
            run.progress().checkCancelled();
            open.store().contents().copyTo(place.getKey().sha256(), place.getValue());
            run.progress().done(++saved, places.size());
        }
        return new AttachAnswer.Saved(text(open), places);
    }

    /** Says of the first whose content is neither here nor in a backup that it is to be fetched. */
    private static void requireHere(OpenWorkspace open, List<Attachment> files) throws Exception {
        ContentStore contents = open.store().contents();
        for (Attachment file : files) {
            if (!contents.has(file.sha256()) && !contents.isWhole(file.sha256())) {
                throw new CommandFailure("attachment-not-fetched", file.name(), RecordId.shortId(file));
            }
        }
    }

    private Answer fetch(CommandRun run, OpenWorkspace open) throws Exception {
        String there = toFile == null ? landDatabase(open, url, NAME) : url.isEmpty() ? FileLine.SCHEME : url;
        if (toFile != null && !there.startsWith(FileLine.SCHEME)) {
            throw CommandFailure.usage("usage-value-wrong", url, "--central", NAME + " fetch --to-file");
        }
        Fabric land = open.fabric();
        List<Attachment> files =
                new ArrayList<>(!words.isEmpty() ? chosen(land) : of == null ? land.attachments() : owned(land));
        if (words.isEmpty()) {
            files.removeIf(file -> open.store().contents().has(file.sha256()));
        }
        List<Content> wanted = files.stream()
                .map(file -> new Content(file.sha256(), file.bytes()))
                .distinct()
                .toList();
        if (toFile != null) {
            int pushes = FileLine.write(open, there, toFile, null, wanted);
            return new AttachAnswer.Asked(wanted.size(), pushes, toFile);
        }
        try (LandLine line = LandLine.open(there, open, signIn.credentials(run, there))) {
            return new AttachAnswer.Fetched(text(open), files, line.fetch(open, wanted, run.progress()));
        }
    }

    private static AttachText text(OpenWorkspace open) {
        return new AttachText(open.fabric(), open.store().contents());
    }

    private static Answer done(CommandRun run, OpenWorkspace open, EditCommand command, List<Attachment> files)
            throws Exception {
        AttachText before = text(open);
        ChangeSet act = Edits.apply(run, open, command).changes();
        AttachText now = text(open);
        boolean isGone = open.fabric().findRecord(files.get(0).id()).isEmpty();
        return new AttachAnswer.Done(isGone ? before : now, act, files);
    }
}
