-- The first schema. It runs as it stands on SQLite; on PostgreSQL with BLOB as BYTEA and INTEGER
-- as BIGINT. Every key begins with the negotiation, so that negotiations can be spread over many
-- machines. No rowid and no sequence has meaning: numbers are given by the program.
--
-- THE LOG: what was recorded. Nothing here can be made again from anything else.

-- Negotiations are numbered by the file; the number appears in no output.
CREATE TABLE negotiation (
    neg INTEGER NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (neg)
);

-- A call of the program that recorded something.
CREATE TABLE call (
    neg INTEGER NOT NULL,
    call INTEGER NOT NULL,            -- ascending over the whole file
    recorded INTEGER NOT NULL,        -- when: seconds since 1970-01-01T00:00Z
    command TEXT NOT NULL,            -- what was called: 'add', 'init' and so on
    PRIMARY KEY (neg, call)
);

CREATE TABLE record (
    neg INTEGER NOT NULL,
    id BLOB NOT NULL,                 -- SHA-256 of body
    kind INTEGER NOT NULL,            -- 0 negotiation, 1 party, 2 term, 3 outlet, 4 draft, 5 report, 6 judgement
    body BLOB NOT NULL,               -- the record in canonical form (RFC 8785), UTF-8
    call INTEGER NOT NULL,            -- the call that brought it
    place INTEGER NOT NULL,           -- its place within that call
    inlined INTEGER NOT NULL,         -- 1: it came within another record and supersedes nothing
    PRIMARY KEY (neg, id),
    FOREIGN KEY (neg, call) REFERENCES call (neg, call)
);
CREATE INDEX record_by_call ON record (neg, call, place);

-- Ids whose bodies were removed for good: adding them again is a no-op.
CREATE TABLE forgotten (
    neg INTEGER NOT NULL,
    id BLOB NOT NULL,
    PRIMARY KEY (neg, id)
);

-- THE INDEXES: all that follows can be made anew from the log (`travaux rebuild`).

-- Names as small integers, numbered from 0 for each kind.
CREATE TABLE name (
    neg INTEGER NOT NULL,
    kind INTEGER NOT NULL,            -- as record.kind; outlets by their case-folded spelling;
                                      -- terms and their variants, written term:variant
    name INTEGER NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (neg, kind, name),
    UNIQUE (neg, kind, key)
);

-- Every record that has a key, in force or not.
CREATE TABLE keyed (
    neg INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    name INTEGER NOT NULL,
    id BLOB NOT NULL,
    PRIMARY KEY (neg, kind, name, id)
);

-- The record in force for each key: of those that no other supersedes, the smallest id.
CREATE TABLE head (
    neg INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    name INTEGER NOT NULL,
    id BLOB NOT NULL,
    PRIMARY KEY (neg, kind, name)
);

-- Who supersedes whom. It counts only among records of one kind and key.
CREATE TABLE successor (
    neg INTEGER NOT NULL,
    old BLOB NOT NULL,
    new BLOB NOT NULL,
    kind INTEGER NOT NULL,            -- of the new one
    name INTEGER NOT NULL,            -- likewise; -1 for kinds that have no key
    PRIMARY KEY (neg, old, new)
);
CREATE INDEX successor_by_new ON successor (neg, new, old);

-- Drafts in force, packed, and what each follows or amends in so many words.
CREATE TABLE draft (
    neg INTEGER NOT NULL,
    draft INTEGER NOT NULL,           -- its name
    id BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (neg, draft)
);
CREATE TABLE link (
    neg INTEGER NOT NULL,
    target INTEGER NOT NULL,          -- the draft that is followed or amended
    draft INTEGER NOT NULL,
    PRIMARY KEY (neg, target, draft)
);
CREATE INDEX link_by_draft ON link (neg, draft);

-- Reports in force.
CREATE TABLE report (
    neg INTEGER NOT NULL,
    report INTEGER NOT NULL,
    id BLOB NOT NULL,
    latest INTEGER NOT NULL,          -- published at the latest, an uncertain day widened
    published_latest INTEGER NOT NULL, -- the same, and at the earliest, as written
    published_earliest INTEGER NOT NULL,
    head BLOB NOT NULL,               -- packed: outlet, published, basis, cites
    PRIMARY KEY (neg, report),
    UNIQUE (neg, id)
);

-- Their claims on drafts; a claim on several drafts has a row for each.
CREATE TABLE claim (
    neg INTEGER NOT NULL,
    draft INTEGER NOT NULL,
    term INTEGER NOT NULL,            -- a name: the term, or term:variant
    report INTEGER NOT NULL,
    claim INTEGER NOT NULL,           -- its place within the report
    body BLOB NOT NULL,               -- packed
    PRIMARY KEY (neg, draft, term, report, claim)
);
CREATE INDEX claim_by_report ON claim (neg, report);

-- Which drafts a report names anywhere: by this a draft becomes known.
CREATE TABLE naming (
    neg INTEGER NOT NULL,
    draft INTEGER NOT NULL,
    latest INTEGER NOT NULL,          -- as report.latest
    report INTEGER NOT NULL,
    PRIMARY KEY (neg, draft, latest, report)
);
CREATE INDEX naming_by_report ON naming (neg, report);

-- How outlets are spelled, as reporting or as cited.
CREATE TABLE spelling (
    neg INTEGER NOT NULL,
    outlet INTEGER NOT NULL,          -- its name
    spelling TEXT NOT NULL,
    latest INTEGER NOT NULL,          -- as report.latest
    report INTEGER NOT NULL,
    PRIMARY KEY (neg, outlet, spelling, latest, report)
);
CREATE INDEX spelling_by_report ON spelling (neg, report);

-- Reports by the URL of the article, to tell when one is recorded twice.
CREATE TABLE url (
    neg INTEGER NOT NULL,
    url TEXT NOT NULL,
    report INTEGER NOT NULL,
    PRIMARY KEY (neg, url, report)
);
CREATE INDEX url_by_report ON url (neg, report);

-- Judgements in force.
CREATE TABLE judgement (
    neg INTEGER NOT NULL,
    id BLOB NOT NULL,
    PRIMARY KEY (neg, id)
);
