package vn.diaba.store.wire;

import java.util.Set;

/** The functions of a land database by name. The names are a contract. */
public final class Functions {
    /** The version of the calls that this program speaks. */
    public static final int PROTOCOL = 1;
    /** Largest text of an offered change set, in bytes. */
    public static final int MAX_PAYLOAD_BYTES = 5 << 20;

    /** Most bytes of a snapshot in one answer. */
    static final int MAX_PART_BYTES = 8 << 20;

    /** Who is there. */
    public static final String HELLO = "hello";
    /** Offers a change set. */
    public static final String PUSH = "push";
    /** Asks for verdicts. */
    public static final String STATUS = "status";
    /** Asks for change sets after a checkpoint. */
    public static final String PULL = "pull";
    /** Asks for all land of a zone: how many bytes. */
    public static final String SNAPSHOT_BEGIN = "snapshot_begin";
    /** Asks for the land of a part of a zone: how many bytes. */
    public static final String PART_BEGIN = "part_begin";
    /** Asks how large a part of a zone is. */
    public static final String PART_SIZE = "part_size";
    /** Asks who works where. */
    public static final String LEASES = "leases";
    /** Says where a workspace works. */
    public static final String LEASE = "lease";
    /** Reserves parcel numbers. */
    public static final String NUMBERS_RESERVE = "numbers_reserve";
    /** Asks which files the office gives. */
    public static final String OFFICE_FILES = "office_files";
    /** Asks for some of the bytes of a part of one, from a place on. */
    public static final String OFFICE_PART = "office_part";
    /** Asks which contents are not there. */
    public static final String CONTENT_MISSING = "content_missing";
    /** Brings a part of one. */
    public static final String CONTENT_BRING = "content_bring";
    /** Asks which parts have not come; makes it count when all have. */
    public static final String CONTENT_SETTLE = "content_settle";
    /** Asks for some of the bytes of a part of one, from a place on. */
    public static final String CONTENT_PART = "content_part";
    /** Asks for a token that lasts longer than the one shown. */
    public static final String TOKEN_RENEW = "token_renew";
    /** Asks for some of the bytes, from a place on. */
    public static final String SNAPSHOT_PART = "snapshot_part";
    /** Asks what lies around a place. */
    public static final String NEIGHBOURS = "neighbours";
    /** Asks for the persons of a parcel; always written down. */
    public static final String REVEAL_PII = "reveal_pii";
    /** Begins a zone to be made. */
    public static final String ZONE_BEGIN = "zone_begin";
    /** Brings a page of its land. */
    public static final String ZONE_PAGE = "zone_page";
    /** Makes the zone of the pages brought. */
    public static final String ZONE_DONE = "zone_done";
    /** Asks what waits for approval. */
    public static final String PROPOSALS = "proposals";
    /** Makes a proposal land. */
    public static final String PROPOSAL_APPROVE = "proposal_approve";
    /** Sends a proposal back to its author. */
    public static final String PROPOSAL_DECLINE = "proposal_decline";
    /** Takes a proposal back. */
    public static final String PROPOSAL_WITHDRAW = "proposal_withdraw";
    /** Says whether a zone's change sets wait for approval. */
    public static final String ZONE_MODE = "zone_mode";
    /** Name and password for a token; the only one that needs none. */
    public static final String SIGN_IN = "sign_in";

    /** All that a token is asked for. */
    public static final Set<String> WITH_TOKEN = Set.of(
            HELLO,
            PUSH,
            STATUS,
            PULL,
            SNAPSHOT_BEGIN,
            PART_BEGIN,
            PART_SIZE,
            LEASES,
            LEASE,
            NUMBERS_RESERVE,
            OFFICE_FILES,
            OFFICE_PART,
            CONTENT_MISSING,
            CONTENT_BRING,
            CONTENT_SETTLE,
            CONTENT_PART,
            TOKEN_RENEW,
            SNAPSHOT_PART,
            NEIGHBOURS,
            REVEAL_PII,
            ZONE_BEGIN,
            ZONE_PAGE,
            ZONE_DONE,
            PROPOSALS,
            PROPOSAL_APPROVE,
            PROPOSAL_DECLINE,
            PROPOSAL_WITHDRAW,
            ZONE_MODE);

    private Functions() {}
}
