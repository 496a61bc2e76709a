package vn.diaba.store.sync;

import java.util.UUID;
import vn.diaba.store.log.ChangeLog;

/**
 * The workspace's side of a sync. Immutable.
 *
 * @param workspace its id
 * @param epsg EPSG code of its CRS
 * @param desk who may change its land
 * @param log its acts
 * @param store its outbox
 */
public record Replica(UUID workspace, int epsg, LandDesk desk, ChangeLog log, SyncStore store) {}
