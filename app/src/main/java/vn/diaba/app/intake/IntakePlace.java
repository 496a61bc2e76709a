package vn.diaba.app.intake;

import java.time.Clock;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsCatalog;

/**
 * Where files are taken in: the workspace's plane and where others are found. Immutable.
 *
 * @param catalog finds coordinate reference systems
 * @param project CRS of the land
 * @param clock for ids
 */
public record IntakePlace(CrsCatalog catalog, Crs project, Clock clock) {
    /** That of an open workspace. */
    public static IntakePlace of(OpenWorkspace open) {
        return new IntakePlace(
                open.setting().catalog(), open.crs(), open.setting().clock());
    }
}
