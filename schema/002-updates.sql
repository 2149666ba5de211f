-- Reports that their outlets updated. INDEXES both: made anew from the log, like those of 001, with
-- every step from an older version.
--
-- Whom a report in force updates, as it names it: that may be superseded, or not be there (yet).
CREATE TABLE updating (
    neg INTEGER NOT NULL,
    old BLOB NOT NULL,                -- the id it names
    report INTEGER NOT NULL,          -- the one that updates it
    PRIMARY KEY (neg, old, report)
);
CREATE INDEX updating_by_report ON updating (neg, report);

-- The same between reports in force: `report` stands for what `updater` names. None updates itself.
CREATE TABLE updated (
    neg INTEGER NOT NULL,
    report INTEGER NOT NULL,
    updater INTEGER NOT NULL,
    PRIMARY KEY (neg, report, updater)
);
CREATE INDEX updated_by_updater ON updated (neg, updater);
