package vn.diaba.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.diaba.app.office.OfficeException;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.command.AddParcels;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.sample.SampleObjects;
import vn.diaba.cadastre.sample.SampleWard;
import vn.diaba.map.crs.CrsException;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.workspace.WorkspaceSpec;

/**
 * The sample ward as a workspace of its own, made at the first start. Stateless.
 *
 * @see SampleWard what is in it
 */
public final class SampleWorkspace {
    private static final long SEED = 2026;

    private SampleWorkspace() {}

    /**
     * Opens the sample, making it first if it is not there. It is made beside its place and moved there, so that a
     * start that is interrupted leaves none rather than half of one.
     *
     * @param folder where it is or will be; its parent may be missing
     * @throws IOException if the folder cannot be made
     * @throws WorkspaceException never, since the sample's CRS is a plane in metres
     * @throws CrsException never, since it is VN-2000
     * @throws StoreException when the workspace cannot be made or opened
     * @throws KeyException when the user's key cannot be kept or is missing
     * @throws OfficeException when the folder's office data cannot be used
     * @throws JournalException when the land cannot be written
     */
    public static OpenWorkspace openOrMake(Path folder, Setting setting)
            throws IOException, WorkspaceException, CrsException, StoreException, KeyException, JournalException,
                    OfficeException {
        if (!Files.exists(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Path beside = parent.resolve(folder.getFileName() + ".new");
            clear(beside);
            make(beside, setting);
            Files.move(beside, folder);
        }
        return OpenWorkspace.open(folder, setting);
    }

    private static void make(Path folder, Setting setting)
            throws WorkspaceException, CrsException, StoreException, KeyException, JournalException, OfficeException {
        WorkspaceSpec spec =
                new WorkspaceSpec(SampleWard.NAME, SampleWard.EPSG, SampleWard.COMMUNE_CODE, SampleWard.SCALE);
        try (OpenWorkspace open = OpenWorkspace.create(folder, spec, setting)) {
            IdBlock ids = IdBlock.fresh(setting.clock());
            FabricBuilder builder = new FabricBuilder(Fabric.empty(), ids, 0);
            List<Draft> drafts = SampleWard.generate(SEED).drafts();
            drafts.forEach(builder::add);
            IdBlock act = IdBlock.fresh(setting.clock());
            open.session().execute(new AddParcels(builder.build().changes(), act.uuid(0)), List.of());
            IdBlock objects = IdBlock.fresh(setting.clock());
            open.session()
                    .execute(
                            new AddObjects(SampleObjects.of(drafts, SEED, objects), Origin.IMPORT, act.uuid(1)),
                            List.of());
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
