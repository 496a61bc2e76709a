-- Proposals: what is pushed into a zone of approval waits here, judged already; an approver who is not its author makes it land,
-- judged again as of that moment, or sends it back with a reason. Words of answers as in push.
SET LOCAL ROLE diaba_owner;
SET LOCAL search_path = pg_catalog, postgis, pg_temp;

CREATE OR REPLACE FUNCTION sync.must_approve(p_at sync.access) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_at.role <> 'approver' OR NOT p_at.can_write OR NOT p_at.pii THEN
    PERFORM sync.fail('land-database-denied', jsonb_build_array(sync.me()));
  END IF;
END $$;

-- The safeguard: who offered it, and in whose name it was offered, are both another person than the approver.
CREATE OR REPLACE FUNCTION sync.four_eyes(p_username text, p_author text, p_approver text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT lower(normalize(btrim(p_approver))) NOT IN (lower(normalize(btrim(p_username))), lower(normalize(btrim(p_author))))
$$;

-- Whether a push waits: one of the zones it reaches asks for approval, and no approver is making it land in this transaction.
CREATE OR REPLACE FUNCTION sync.waits(p_at sync.access, p_id uuid, p_sha bytea, p_zones int[]) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM sync.zone WHERE zone_id = ANY (p_zones) AND mode = 'approval')
    AND NOT EXISTS (SELECT FROM sync.proposal WHERE province_id = p_at.province AND proposal_id = p_id AND zone_id = p_at.zone
      AND payload_sha = p_sha AND approver = sync.me())
$$;

-- Whether changes alter cases and nothing of the land: how far a case is must be known before its work is approved.
CREATE OR REPLACE FUNCTION sync.about_cases(p_at sync.access, p_changes jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN p_changes <> '[]' AND NOT EXISTS (SELECT FROM jsonb_array_elements(p_changes) c
    WHERE c ->> 'k' <> 'record' OR coalesce(c -> 'a' ->> 't', 'case') <> 'case' OR EXISTS (SELECT FROM land.record r
      WHERE r.province_id = p_at.province AND r.zone_id = p_at.zone AND r.record_id = (c ->> 'id')::uuid AND r.kind <> 'case'));
EXCEPTION WHEN data_exception THEN
  RETURN false;
END $$;

-- The verdict on a push that was declined; null for any other.
CREATE OR REPLACE FUNCTION sync.declined(p_push sync.changeset) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_row sync.proposal;
BEGIN
  SELECT * INTO v_row FROM sync.proposal WHERE province_id = p_push.province_id AND proposal_id = p_push.changeset_id;
  IF v_row.proposal_id IS NULL THEN
    RETURN NULL;
  ELSIF (v_row.payload_sha, v_row.zone_id) IS DISTINCT FROM (p_push.payload_sha, p_push.zone_id) THEN
    PERFORM sync.fail('push-differs', jsonb_build_array(p_push.changeset_id));
  ELSIF v_row.state = 'declined' THEN
    RETURN jsonb_build_object('status', 'declined', 'by', v_row.decided_by, 'reason',
      (SELECT person.opened(reason, concat_ws('|', 'reason', proposal_id), person.keys()) FROM person.proposal
        WHERE province_id = p_push.province_id AND proposal_id = p_push.changeset_id));
  END IF;
  RETURN NULL;
END $$;

-- Keeps a push as open, or opens it again with what it stands on now; its author stays who it was.
CREATE OR REPLACE FUNCTION sync.propose(p_push sync.changeset, p_land text, p_person text, p_guards jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO sync.proposal(province_id, proposal_id, zone_id, client_id, username, author, payload_sha, land, guards)
    VALUES (p_push.province_id, p_push.changeset_id, p_push.zone_id, p_push.client_id, p_push.username, p_push.author,
      p_push.payload_sha, p_land, p_guards)
    ON CONFLICT (province_id, proposal_id) DO UPDATE SET guards = p_guards, offered_at = clock_timestamp(), state = 'open',
      decided_by = '', decided_at = NULL;
  INSERT INTO person.proposal VALUES (p_push.province_id, p_push.zone_id, p_push.changeset_id,
      person.seal(p_person, concat_ws('|', 'proposal', p_push.changeset_id), person.keys()))
    ON CONFLICT (province_id, proposal_id) DO UPDATE SET reason = DEFAULT;
  RETURN jsonb_build_object('status', 'proposed');
END $$;

-- Whether what a proposal was made on is still so.
CREATE OR REPLACE FUNCTION sync.is_current(p_row sync.proposal) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM jsonb_array_elements(p_row.guards) g
    WHERE (g ->> 2)::bigint IS DISTINCT FROM sync.version_of(p_row.province_id, p_row.zone_id, g ->> 0,
      split_part(g ->> 1, '|', 1)::uuid,
      (CASE WHEN g ->> 0 = 'side' THEN split_part(g ->> 1, '|', 2) ELSE g ->> 1 END)::uuid))
$$;

-- Open ones of all, oldest first, and the caller's own that were declined. What is in p_known comes without its bytes.
CREATE OR REPLACE FUNCTION sync_api.proposals(p_zone int, p_known uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_keys person.key[] := person.keys();
BEGIN
  RETURN (SELECT jsonb_build_object('proposals', coalesce(jsonb_agg(jsonb_build_object(
      'id', r.proposal_id, 'author', r.author, 'offeredAt', r.offered_at,
      'land', CASE WHEN r.proposal_id = ANY (p_known) THEN '' ELSE r.land END,
      'person', CASE WHEN v_at.pii AND r.proposal_id <> ALL (p_known)
        THEN person.opened(p.person, concat_ws('|', 'proposal', r.proposal_id), v_keys) ELSE '' END,
      'state', r.state, 'by', r.decided_by, 'reason', person.opened(p.reason, concat_ws('|', 'reason', r.proposal_id), v_keys), 'current', r.state = 'open' AND sync.is_current(r))
      ORDER BY r.offered_at, r.proposal_id), '[]'))
    FROM sync.proposal r JOIN person.proposal p USING (province_id, proposal_id)
    WHERE r.province_id = v_at.province AND r.zone_id = p_zone
      AND (r.state = 'open' OR r.state = 'declined' AND r.username = sync.me())
      AND NOT EXISTS (SELECT FROM sync.changeset c WHERE c.province_id = r.province_id AND c.changeset_id = r.proposal_id));
END $$;

CREATE OR REPLACE FUNCTION sync_api.proposal_approve(p_zone int, p_id uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_row sync.proposal;
  v_verdict jsonb;
BEGIN
  PERFORM sync.must_approve(v_at);
  SELECT * INTO v_row FROM sync.proposal
    WHERE province_id = v_at.province AND proposal_id = p_id AND zone_id = p_zone AND state IN ('open', 'accepted') FOR UPDATE;
  IF v_row.proposal_id IS NULL THEN
    PERFORM sync.fail('proposal-unknown', jsonb_build_array(p_id));
  ELSIF NOT sync.four_eyes(v_row.username, v_row.author, sync.me()) THEN
    PERFORM sync.fail('four-eyes', jsonb_build_array(v_row.author));
  END IF;
  UPDATE sync.proposal SET approver = sync.me() WHERE province_id = v_at.province AND proposal_id = p_id;
  v_verdict := sync_api.push(p_id, v_row.client_id, (SELECT protocol_max FROM sync.server), p_zone, v_row.author, v_row.land,
    (SELECT person.opened(person, concat_ws('|', 'proposal', proposal_id), person.keys()) FROM person.proposal
      WHERE province_id = v_at.province AND proposal_id = p_id), v_row.guards);
  IF v_verdict ->> 'status' = 'accepted' AND v_row.state = 'open' THEN
    UPDATE sync.proposal SET state = 'accepted', decided_by = sync.me(), decided_at = clock_timestamp(), approver = NULL
      WHERE province_id = v_at.province AND proposal_id = p_id;
    INSERT INTO sync.admin_log(username, what, detail) VALUES (sync.me(), 'proposal-approved',
      jsonb_build_object('zone', p_zone, 'proposal', p_id, 'author', v_row.author));
  ELSE
    UPDATE sync.proposal SET approver = NULL WHERE province_id = v_at.province AND proposal_id = p_id;
  END IF;
  RETURN v_verdict;
END $$;

CREATE OR REPLACE FUNCTION sync_api.proposal_decline(p_zone int, p_id uuid, p_reason text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_state text;
BEGIN
  PERFORM sync.must_approve(v_at);
  IF length(btrim(p_reason)) < 5 THEN
    PERFORM sync.fail('decline-needs-reason', jsonb_build_array(5));
  END IF;
  SELECT state INTO v_state FROM sync.proposal
    WHERE province_id = v_at.province AND proposal_id = p_id AND zone_id = p_zone AND state IN ('open', 'declined') FOR UPDATE;
  IF v_state IS NULL THEN
    PERFORM sync.fail('proposal-unknown', jsonb_build_array(p_id));
  ELSIF v_state = 'open' THEN
    UPDATE sync.proposal SET state = 'declined', decided_by = sync.me(), decided_at = clock_timestamp()
      WHERE province_id = v_at.province AND proposal_id = p_id;
    UPDATE person.proposal SET reason = person.seal(btrim(p_reason), concat_ws('|', 'reason', p_id), person.keys())
      WHERE province_id = v_at.province AND proposal_id = p_id;
    INSERT INTO sync.admin_log(username, what, detail) VALUES (sync.me(), 'proposal-declined',
      jsonb_build_object('zone', p_zone, 'proposal', p_id));
  END IF;
  RETURN jsonb_build_object('status', 'declined');
END $$;

-- Whether it is no land and will not become any.
CREATE OR REPLACE FUNCTION sync_api.proposal_withdraw(p_zone int, p_id uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_at sync.access := sync.access(p_zone);
  v_row sync.proposal;
BEGIN
  SELECT * INTO v_row FROM sync.proposal
    WHERE province_id = v_at.province AND proposal_id = p_id AND zone_id = p_zone FOR UPDATE;
  IF v_row.username <> sync.me() THEN
    PERFORM sync.fail('land-database-denied', jsonb_build_array(sync.me()));
  ELSIF EXISTS (SELECT FROM sync.changeset c WHERE c.province_id = v_at.province AND c.changeset_id = p_id AND c.zone_id = p_zone) THEN
    RETURN jsonb_build_object('withdrawn', false);
  ELSIF v_row.state = 'open' THEN
    UPDATE sync.proposal SET state = 'withdrawn', decided_by = sync.me(), decided_at = clock_timestamp()
      WHERE province_id = v_at.province AND proposal_id = p_id;
  END IF;
  RETURN jsonb_build_object('withdrawn', true);
END $$;

CREATE OR REPLACE FUNCTION sync_api.zone_mode(p_zone int, p_mode text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM sync.must_be_admin();
  UPDATE sync.zone SET mode = p_mode WHERE zone_id = p_zone AND ready;
  IF NOT FOUND THEN
    PERFORM sync.fail('zone-unknown', jsonb_build_array(p_zone));
  END IF;
  INSERT INTO sync.admin_log(username, what, detail) VALUES
    (sync.me(), 'zone-mode', jsonb_build_object('zone', p_zone, 'mode', p_mode));
  RETURN jsonb_build_object('zone', p_zone);
END $$;
