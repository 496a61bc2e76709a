package vn.diaba.store.sync;

import java.util.UUID;
import vn.diaba.store.log.ChangeLog;
import vn.diaba.store.remote.LandJudge;

/**
 * The workspace's side of a sync. Immutable.
 *
 * @param workspace its id
 * @param epsg EPSG code of its CRS
 * @param desk who may change its land
 * @param log its acts
 * @param store its outbox
 * @param judge the workspace's rules, for land that comes of both sides' changes
 */
public record Replica(UUID workspace, int epsg, LandDesk desk, ChangeLog log, SyncStore store, LandJudge judge) {}
