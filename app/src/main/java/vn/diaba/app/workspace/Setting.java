package vn.diaba.app.workspace;

import java.time.Clock;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.store.key.Keys;

/**
 * What a workspace takes from the user and the machine. Immutable.
 *
 * @param person the user of the machine, who signs acts where no account of a land database is known
 * @param clock time and time zone
 * @param keys where the user's keys are
 * @param catalog finds coordinate reference systems
 */
public record Setting(String person, Clock clock, Keys keys, CrsCatalog catalog) {}
