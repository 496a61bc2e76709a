package vn.diaba.exchange.document;

import java.time.LocalDate;
import vn.diaba.map.crs.Crs;

/**
 * What an extract says beside the parcel: where the data came from and who signs. The same for a whole batch. Immutable.
 *
 * @param office the office that issues it; "" leaves the form's own words
 * @param place commune and province in words ("phường Thủ Dầu Một, Thành phố Hồ Chí Minh"); "" when unknown
 * @param documentNumber number of the paper, "" to be filled in by hand
 * @param crs the system of the coordinates
 * @param logSequence the last entry of the workspace's log the data stand for
 * @param date day of issue, by the caller's clock; also chooses the form in force
 * @param author who made the extract, "" when unknown
 */
public record ExtractFacts(
        String office, String place, String documentNumber, Crs crs, long logSequence, LocalDate date, String author) {}
